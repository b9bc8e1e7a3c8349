'use server'
import { notFound } from 'next/navigation'
import { namesFor } from '#lib/attendees/queries/names'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { wholeForm } from '#lib/forms/queries/whole'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'
import { readSensitive } from '#lib/rosters/mutations/read-sensitive'
import { type AnswerLine, sensitiveLines } from '#lib/rosters/policy/answers'
import { subject } from '#lib/rosters/schema'

/** Null until they were asked for. */
export type SensitiveState = AnswerLine[] | null

/** The sensitive answers of somebody, in the answer to the press alone: no page and no cache holds them. */
export async function showSensitive(_: SensitiveState, form: FormData): Promise<SensitiveState> {
  const { actor } = await signedIn()
  const { slug, id } = subject.parse(typedValues(form))
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  const read = event && (await readSensitive(actor, event.id, id))
  if (!event || !read?.ok) notFound()
  const names = await namesFor([read.value], locale)
  return sensitiveLines(await wholeForm(event, locale), read.value, names)
}
