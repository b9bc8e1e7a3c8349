import 'server-only'
import { transaction } from '#db/client'
import { notices } from '#db/schema/events'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { noticeStamp } from '#lib/events/policy/stamp'
import { setupNotice } from '#lib/events/queries/setup'
import type { NoticeBodies } from '#lib/events/schema/edit/notice'
import { LOCALES } from '#lib/i18n/locales'
import { newId } from '#lib/ids'

/** A new wording of the privacy notice is a new version: what people consented to stays as they read it. For organizers. */
export async function saveNotice(
  actor: Actor,
  eventId: string,
  form: NoticeBodies,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' | 'changed-meanwhile' }>> {
  return transaction(async (tx) => {
    const versions = await setupNotice(actor, eventId, tx)
    if (!versions) return refuse('not-found')
    if (noticeStamp(versions) !== shown) return refuse('changed-meanwhile')
    const current = versions[0]
    const changed = LOCALES.some((locale) => form[locale] !== (current?.bodies[locale] ?? ''))
    if (!changed) return done({ changed })
    const version = (current?.version ?? 0) + 1
    const written = LOCALES.filter((locale) => form[locale].trim() !== '')
    await tx
      .insert(notices)
      .values(written.map((locale) => ({ id: newId(), eventId, version, locale, body: form[locale], createdAt: now })))
    const change = { before: { noticeVersion: current?.version ?? null }, after: { noticeVersion: version } }
    await edited(tx, actor, eventId, change, now)
    return done({ changed })
  })
}
