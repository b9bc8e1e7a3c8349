import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { eventTexts } from '#db/schema/events'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { stampOf } from '#lib/events/policy/stamp'
import { setupTexts } from '#lib/events/queries/setup'
import { type EventTexts, TEXT_FIELDS, type TypedTexts, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'

/** Changes what an event says, in all languages at once, and its main language. `shown` stands for what the form showed. For organizers. */
export async function editTexts(
  actor: Actor,
  eventId: string,
  form: TypedTexts,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' | 'changed-meanwhile' }>> {
  return transaction(async (tx) => {
    const before = await setupTexts(actor, eventId, tx)
    if (!before) return refuse('not-found')
    if (stampOf(before) !== shown) return refuse('changed-meanwhile')
    const change = difference(flat(before), flat(form))
    const changed = Object.keys(change.after).length > 0
    if (!changed) return done({ changed })
    for (const locale of LOCALES) await write(tx, eventId, locale, form.texts[locale])
    await edited(tx, actor, eventId, change, now, { defaultLocale: form.defaultLocale })
    return done({ changed })
  })
}

/** A language in which nothing is said has no row. */
async function write(tx: Tx, eventId: string, locale: Locale, text: EventTexts[Locale]): Promise<void> {
  if (TEXT_FIELDS.every((field) => !text[field])) {
    await tx.delete(eventTexts).where(and(eq(eventTexts.eventId, eventId), eq(eventTexts.locale, locale)))
    return
  }
  await tx
    .insert(eventTexts)
    .values({ eventId, locale, ...text })
    .onConflictDoUpdate({ target: [eventTexts.eventId, eventTexts.locale], set: text })
}

/** By the names of the form's fields. */
const flat = ({ defaultLocale, texts }: { defaultLocale: string; texts: EventTexts }): Record<string, string> => ({
  defaultLocale,
  ...Object.fromEntries(
    LOCALES.flatMap((locale) => TEXT_FIELDS.map((field) => [textName(field, locale), texts[locale][field]])),
  ),
})
