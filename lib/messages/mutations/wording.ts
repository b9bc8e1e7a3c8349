import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { messageTexts } from '#db/schema/mailings'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { stampOf } from '#lib/events/policy/stamp'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import type { LetterKind } from '#lib/messages/policy/kinds'
import { wordingFlaw } from '#lib/messages/policy/wording'
import { wordingsOf } from '#lib/messages/queries/desk'
import { defaultWording, type Wording } from '#lib/messages/queries/wording'

type Refusal = { reason: 'not-found' | 'changed-meanwhile' | 'invalid' }

/**
 * Words a letter of an event in all languages at once; what reads as the default is the default, and changes with it. `shown` stands for what the form
 * showed. For organizers.
 */
export async function editWording(
  actor: Actor,
  eventId: string,
  kind: LetterKind,
  form: Record<Locale, Wording>,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, Refusal>> {
  return transaction(async (tx) => {
    const before = await wordingsOf(actor, eventId, kind, tx)
    if (!before) return refuse('not-found')
    if (stampOf(before) !== shown) return refuse('changed-meanwhile')
    const texts = LOCALES.flatMap((locale) => [form[locale].subject, form[locale].body])
    if (texts.some((text) => text.trim() === '' || wordingFlaw(kind, text))) return refuse('invalid')
    const changes = LOCALES.filter(
      (locale) => form[locale].subject !== before[locale].subject || form[locale].body !== before[locale].body,
    )
    for (const locale of changes) await write(tx, eventId, kind, locale, form[locale], now)
    if (changes.length === 0) return done({ changed: false })
    const told = (texts: Record<Locale, Wording>) =>
      Object.fromEntries(
        changes.flatMap((locale) => [
          [`subject-${locale}`, texts[locale].subject],
          [`body-${locale}`, texts[locale].body],
        ]),
      )
    const change = { before: { kind, ...told(before) }, after: { kind, ...told(form) } }
    await record(tx, actor, { verb: 'message.edit', eventId, subjectId: eventId, ...change }, now)
    return done({ changed: true })
  })
}

/** Goes back to the wording that Serai brings, in every language. For organizers. */
export async function resetWording(
  actor: Actor,
  eventId: string,
  kind: LetterKind,
  now = new Date(),
): Promise<Result<{ changed: boolean }, { reason: 'not-found' }>> {
  return transaction(async (tx) => {
    const before = await wordingsOf(actor, eventId, kind, tx)
    if (!before) return refuse('not-found')
    const own = LOCALES.filter((locale) => before[locale].own)
    if (own.length === 0) return done({ changed: false })
    await tx.delete(messageTexts).where(and(eq(messageTexts.eventId, eventId), eq(messageTexts.kind, kind)))
    const told = Object.fromEntries(
      own.flatMap((locale) => [
        [`subject-${locale}`, before[locale].subject],
        [`body-${locale}`, before[locale].body],
      ]),
    )
    const change = { before: { kind, ...told }, after: { kind } }
    await record(tx, actor, { verb: 'message.reset', eventId, subjectId: eventId, ...change }, now)
    return done({ changed: true })
  })
}

async function write(tx: Tx, eventId: string, kind: LetterKind, locale: Locale, text: Wording, now: Date) {
  const usual = defaultWording(kind, locale)
  if (text.subject === usual.subject && text.body === usual.body) {
    await tx
      .delete(messageTexts)
      .where(and(eq(messageTexts.eventId, eventId), eq(messageTexts.kind, kind), eq(messageTexts.locale, locale)))
    return
  }
  await tx
    .insert(messageTexts)
    .values({ eventId, kind, locale, ...text, updatedAt: now })
    .onConflictDoUpdate({
      target: [messageTexts.eventId, messageTexts.kind, messageTexts.locale],
      set: { ...text, updatedAt: now },
    })
}
