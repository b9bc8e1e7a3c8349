import 'server-only'
import { createTranslator } from 'next-intl'
import { type Change, changesInWords } from '#lib/attendees/policy/changes'
import { answersInWords, institutionsTold } from '#lib/attendees/policy/told'
import { labelsOf } from '#lib/attendees/queries/labels'
import { namesWith } from '#lib/attendees/queries/names'
import { historyOf } from '#lib/audit/queries'
import { questionsOf } from '#lib/forms/policy/question'
import { wholeForm } from '#lib/forms/queries/whole'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

type Event = { id: string; defaultLocale: string }

/**
 * What a change of somebody's record changed, in the words of the letter: the one of that moment, which is the letter's own; else the last one.
 * What staff alone are asked is not told.
 */
export async function changesOf(
  attendeeId: string,
  event: Event,
  locale: Locale,
  at: Date | null,
): Promise<Omit<Change, 'id'>[]> {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const all = (await historyOf(attendeeId)).filter(({ verb }) => TELLING.includes(verb))
  const moment = at?.getTime() ?? all[0]?.at.getTime()
  const entries = all.filter((entry) => entry.at.getTime() === moment)
  if (entries.length === 0) return []
  const questions = questionsOf(await wholeForm(event, locale)).filter(({ staffOnly }) => !staffOnly)
  const mentioned = institutionsTold(entries, questions).map((institutionId) => [
    institutionId,
    [{ slot: '', text: '', institutionId }],
  ])
  const words = { yes: t('answer.yes'), no: t('answer.no') }
  const [labels, names] = await Promise.all([
    labelsOf(event, { institutionId: '', history: entries }, locale),
    namesWith([new Map(mentioned as [])], locale, words),
  ])
  return entries.flatMap((entry) => [
    ...changesInWords(entry, labels, { field: (field) => t(`field.${field}`), empty: t('empty') }),
    ...answersInWords(entry, questions, names, t('empty')).map(({ field, before, after, silent }) =>
      silent ? { field, before: '', after: t('silent') } : { field, before, after },
    ),
  ])
}

const TELLING: readonly string[] = ['attendee.correct', 'attendee.answer', 'attendee.edit']
