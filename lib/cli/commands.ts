import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { ROLES, type Role } from '#db/enums'
import { system } from '#lib/auth/actor'
import { addUser, endSessions, mintSignIn, removeAdmin } from '#lib/auth/mutations'
import { userByEmail } from '#lib/auth/queries'
import { signInUrl } from '#lib/auth/secrets'
import { env } from '#lib/env'
import { createEvent } from '#lib/events/mutations/create'
import { removeExamples } from '#lib/events/mutations/examples'
import { newEvent } from '#lib/events/schema/new-event'
import { changeRole } from '#lib/team/mutations/change'
import { grantRole } from '#lib/team/mutations/grant'
import { revokeRole } from '#lib/team/mutations/revoke'

const actor = system('command-line')

export async function signInLink([email]: string[]): Promise<number> {
  if (!email) return misused('sign-in-link EMAIL')
  const token = await mintSignIn(actor, email.toLowerCase())
  if (!token) return failed(`${email} is not a user. Make one with: npm run serai -- admin add ${email}`)
  console.log(signInUrl(token))
  return 0
}

export async function admin([verb, email]: string[]): Promise<number> {
  if (!email || (verb !== 'add' && verb !== 'remove')) return misused('admin add|remove EMAIL')
  const address = email.toLowerCase()
  const result =
    verb === 'add' ? await addUser(actor, { email: address, admin: true }) : await removeAdmin(actor, address)
  return result.ok
    ? said(`${address} is ${verb === 'add' ? 'an' : 'no longer an'} administrator.`)
    : failed(`${address}: ${result.reason}`)
}

export async function member([verb, email, slug, role]: string[]): Promise<number> {
  if (!email || !slug) return misused('member add EMAIL EVENT organizer|staff, or member remove EMAIL EVENT')
  const address = email.toLowerCase()
  if (verb === 'remove') {
    const user = await userByEmail(address)
    const result = user && (await revokeRole(actor, { slug, userId: user.id }))
    return result?.ok
      ? said(`${address} has no role at ${slug} any more.`)
      : failed(`${address} has no role at ${slug}.`)
  }
  if (verb !== 'add' || !ROLES.includes(role as Role)) return misused('member add EMAIL EVENT organizer|staff')
  return giveRole(address, slug, role as Role)
}

/** Gives a role, also to somebody who has another there. */
async function giveRole(email: string, slug: string, role: Role): Promise<number> {
  const given = await grantRole(actor, { slug, emails: [email], role })
  if (!given.ok) return failed(`There is no event ${slug}.`)
  for (const { userId } of given.value.kept) await changeRole(actor, { slug, userId, role })
  return said(`${email} is ${role} at ${slug}.`)
}

export async function signOut([email]: string[]): Promise<number> {
  if (!email) return misused('sign-out EMAIL')
  const user = await userByEmail(email.toLowerCase())
  if (!user) return failed(`${email} is not a user.`)
  const result = await endSessions(actor, user.id)
  return result.ok ? said(`Ended ${result.value} sessions of ${email}.`) : failed(result.reason)
}

export async function example([verb]: string[]): Promise<number> {
  if (verb !== 'remove') return misused('example remove')
  const result = await removeExamples(actor)
  return result.ok ? said(result.value === 0 ? 'There is no example.' : 'Removed the example.') : failed(result.reason)
}

/** Creates an event from a JSON file; what is wrong with the file is told field by field. */
export async function event([verb, file]: string[]): Promise<number> {
  if (verb !== 'create' || !file) return misused('event create FILE.json')
  const parsed = newEvent.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) return failed(z.prettifyError(parsed.error))
  const result = await createEvent(actor, parsed.data)
  return result.ok ? said(`${env().url}/e/${result.value.slug}`) : failed(`${parsed.data.slug}: ${result.reason}`)
}

function said(text: string): number {
  console.log(text)
  return 0
}

function failed(text: string): number {
  console.error(text)
  return 1
}

function misused(usage: string): number {
  console.error(`Use: npm run serai -- ${usage}`)
  return 2
}
