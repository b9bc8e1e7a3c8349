import { system } from '#lib/auth/actor'
import { addUser, mintSignIn } from '#lib/auth/mutations'
import { anySignIn, anyUsers } from '#lib/auth/queries'
import { signInUrl } from '#lib/auth/secrets'
import { prepareDatabase } from '#lib/cli/database'
import { loadExample } from '#lib/cli/example/load'
import { env } from '#lib/env'
import { anyEvents, publishedEvents } from '#lib/events/queries/event'
import { DEFAULT_LOCALE } from '#lib/i18n/locales'

/**
 * Makes an instance ready to serve: the database, the first administrator, the example. Repeatable. A one-time sign-in link is printed
 * when the instance is new, and only then.
 */
export async function prepare(): Promise<number> {
  const now = new Date()
  const lines = await prepareDatabase(now)
  for (const line of lines) console.log(`serai: ${line}`)
  // Nobody can sign in yet: this is the first start, or the first was cut short.
  const first = !(await anyUsers())
  if (first && env().example && !(await anyEvents())) {
    await loadExample(now)
    console.log('serai: loaded the example conference (remove it with: npm run serai -- example remove)')
  }
  if (first) await welcome()
  else if (!(await anySignIn()))
    console.log(`serai: nobody has signed in yet; a new link: npm run serai -- sign-in-link ${env().admin}`)
  for (const event of await publishedEvents(DEFAULT_LOCALE))
    console.log(`serai: event page ${env().url}/e/${event.slug}`)
  return 0
}

async function welcome(): Promise<void> {
  const actor = system('command-line')
  const email = env().admin.toLowerCase()
  const added = await addUser(actor, { email, admin: true })
  const token = added.ok ? await mintSignIn(actor, email) : null
  if (token) console.log(`serai: sign in as ${email}, once, within an hour: ${signInUrl(token)}`)
}
