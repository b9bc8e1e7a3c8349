import { connection } from 'next/server'
import { env } from '#lib/env'
import { sitemap } from '#lib/events/policy/sitemap'
import { eventTextsOf, publishedEvents } from '#lib/events/queries/event'
import { DEFAULT_LOCALE, LOCALES } from '#lib/i18n/locales'

/** Every public page there is to find, by language. Examples are left out: nobody should find an invented conference. */
export async function GET(): Promise<Response> {
  await connection()
  const events = (await publishedEvents(DEFAULT_LOCALE)).filter((event) => !event.isExample)
  const pages = events.map(async ({ id, slug }) => ({
    path: `/e/${slug}`,
    locales: (await eventTextsOf(id)).map((text) => text.locale),
  }))
  const text = sitemap(env().url, [{ path: '/', locales: LOCALES }, ...(await Promise.all(pages))])
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
