import 'server-only'
import { createTranslator } from 'next-intl'
import { confirmCode } from '#lib/attendees/policy/confirm-code'
import { ownRecord } from '#lib/attendees/queries/one'
import { linkToken } from '#lib/auth/link'
import { env } from '#lib/env'
import { inLanguage } from '#lib/events/policy/address'
import { hoursOf } from '#lib/events/policy/hours'
import { shiftDay } from '#lib/events/policy/shift'
import { whenInWords } from '#lib/events/policy/when'
import { clock, dayOf, instant, offset } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'
import { spellCode } from '#lib/ids'
import type { Particulars } from '#lib/messages/policy/assemble'
import { LETTERS, type LetterKind, natureOf } from '#lib/messages/policy/kinds'
import { calledIn } from '#lib/messages/policy/name'
import type { Reader } from '#lib/messages/queries/attendee'
import { changesOf } from '#lib/messages/queries/changes'
import type { EventOfLetter } from '#lib/messages/queries/event'
import { eventChanges } from '#lib/messages/queries/event-changes'
import { colleagueOf, reasonOf, refusedHandover, whyWaiting } from '#lib/messages/queries/reasons'

type About = {
  kind: LetterKind
  reader: Reader
  event: EventOfLetter
  locale: Locale
  /** For others than the reader: nothing in it opens the registration, and what the facts lack is made up. */
  sample: boolean
  /** When what it tells happened; null for a sample. */
  at: Date | null
  now: Date
}

/** What a letter about a registration tells its reader alone. */
export async function particularsOf(about: About): Promise<Particulars> {
  const { kind, reader, event, locale, sample } = about
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const page = sample
    ? env().url + inLanguage(`/e/${event.slug}`, locale)
    : `${env().url}/r/${linkToken(reader.id ?? '', reader.linkVersion)}`
  const toConfirm = natureOf(kind).asksToConfirm ? reader.confirmBy : null
  const values = { ...(await valuesOf(about)), link: page }
  const reason = await told(about)
  return {
    values,
    ...(reason && { quote: { label: t('reason'), text: reason } }),
    ...(natureOf(kind).listsChanges && { changes: await changed(about) }),
    notes: toConfirm ? [t('confirm.body', { until: moment(toConfirm, event, locale) })] : [],
    link: toConfirm
      ? {
          label: t('confirm.link'),
          url: sample ? page : `${page}/confirm/${confirmCode({ id: reader.id ?? '', email: reader.email })}`,
        }
      : { label: t(`${LETTERS[kind].key}.link`), url: page },
    facts: [
      ...(values.until ? [{ label: t('fact.until'), value: values.until }] : []),
      // Where the event goes on online only those are told who have a place.
      ...(event.onlineUrl && natureOf(kind).seated && reader.status === 'confirmed'
        ? [{ label: t('fact.online'), value: event.onlineUrl }]
        : []),
      { label: t('fact.name'), value: values.name },
      { label: t('fact.code'), value: values.code },
    ],
    closing: [
      ...(natureOf(kind).ends ? [] : [t('keep')]),
      event.host
        ? t('from', { host: event.host, event: event.title.text })
        : t('fromEvent', { event: event.title.text }),
    ],
  }
}

/** What stands for the placeholders of the kind. */
async function valuesOf({ kind, reader, event, locale, sample, at, now }: About) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const actor = reader.id ? ({ kind: 'participant', attendeeId: reader.id, eventId: event.id } as const) : null
  const own = actor && TELLS_OF_QUEUE.includes(kind) ? await ownRecord(actor) : null
  const until = own?.offerUntil ?? (sample && kind === 'offered' ? new Date(now.getTime() + TWO_DAYS_MS) : null)
  const refused = kind === 'handover-ended' && reader.id ? await refusedHandover(reader.id, at) : null
  const colleague = kind === 'handed-over' && reader.id ? await colleagueOf(reader.id) : refused
  return {
    name: calledIn(locale, reader),
    code: spellCode(reader.code),
    why: kind === 'waiting' ? await whyWaiting(actor, locale, sample) : '',
    position: String(own?.wait?.position ?? (sample ? 3 : '')),
    until: until ? moment(until, event, locale) : '',
    begins: beginsIn(event, locale, now),
    colleague: colleague ? calledIn(locale, colleague) : sample ? t('example.colleague') : '',
    outcome: t(`handover-ended.outcome.${refused?.outcome ?? 'declined'}`),
  }
}

/** What they tell of the queue changes by the hour. */
const TELLS_OF_QUEUE: readonly LetterKind[] = ['waiting', 'moved-to-waiting', 'offered']
const TWO_DAYS_MS = 2 * 86_400_000

async function told({ kind, reader, locale, sample }: About): Promise<string> {
  if (kind !== 'cancelled' && kind !== 'declined') return ''
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const reason = reader.id ? await reasonOf(kind, reader.id) : ''
  return reason || (sample ? t('example.reason') : '')
}

async function changed({ kind, reader, event, locale, sample, at }: About) {
  if (kind === 'event-changed') {
    const changes = await eventChanges(reader, event, locale, at)
    return changes.length > 0 || !sample ? changes : [otherDays(event, locale)]
  }
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const changes = reader.id ? await changesOf(reader.id, event, locale, at) : []
  if (changes.length > 0 || !sample) return changes.map(({ field, before, after }) => ({ label: field, before, after }))
  return [{ label: t('example.field'), before: t('example.before'), after: t('example.after') }]
}

/** An example of a change: the event was to be a week before. */
function otherDays(event: EventOfLetter, locale: Locale) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const earlier = { ...event, startsOn: shiftDay(event.startsOn, -7), endsOn: shiftDay(event.endsOn, -7) }
  return { label: t('fact.when'), before: whenInWords(earlier, locale), after: whenInWords(event, locale) }
}

/** `tomorrow at 09:00 (UTC+6)`, `in 3 days`. */
function beginsIn(event: EventOfLetter, locale: Locale, now: Date): string {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: 'mail' })
  const days = Math.max(0, daysBetween(dayOf(now, event.timeZone), event.startsOn))
  const from = hoursOf(event)?.from
  if (!from) return t('begins', { days })
  return t('beginsAt', { days, at: `${clock(from, event.timeZone, locale)} (${offset(event.timeZone, from)})` })
}

/** A moment where the event takes place, and by which clock. */
export const moment = (at: Date, { timeZone }: { timeZone: string }, locale: Locale) =>
  // A line does not end before the Russian sign for the year.
  `${instant(at, timeZone, locale).replace(' г.', '\u00a0г.')} (${offset(timeZone, at)})`

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
