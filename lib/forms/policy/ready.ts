import { type AbstractIntlMessages, createTranslator } from 'next-intl'
import type { DataClass, QuestionKind } from '#db/enums'
import { defaultClass } from '#lib/forms/policy/defaults'
import type { QuestionEdit } from '#lib/forms/schema/edit'
import type { Locale } from '#lib/i18n/locales'
import { messagesIn } from '#lib/i18n/messages'

type Ready = { kind: QuestionKind; dataClass?: DataClass; max?: number }

/** Questions that most events ask, complete: their words and options stand in the messages. */
export const READY = {
  dietary: { kind: 'several', dataClass: 'sensitive' },
  allergies: { kind: 'short', dataClass: 'sensitive' },
  accessibility: { kind: 'long', dataClass: 'sensitive' },
  arrival: { kind: 'travel' },
  departure: { kind: 'travel' },
  hotel: { kind: 'yes-no' },
  visa: { kind: 'yes-no' },
  passport: { kind: 'file', dataClass: 'sensitive', max: 5 },
  emergency: { kind: 'short', dataClass: 'contact' },
  tshirt: { kind: 'one' },
  workshop: { kind: 'list' },
  mode: { kind: 'one' },
  source: { kind: 'one' },
  photo: { kind: 'consent', dataClass: 'identity' },
} as const satisfies Record<string, Ready>
export type ReadyId = keyof typeof READY
export const READY_IDS = Object.keys(READY) as ReadyId[]
export const isReady = (id: unknown): id is ReadyId => READY_IDS.includes(id as ReadyId)

type Words = { label: string; help?: string; options?: Record<string, string> }

/** A ready-made question in the languages of an event. */
export function readyQuestion(id: ReadyId, locales: readonly string[]): QuestionEdit {
  const words = locales.map((locale) => [locale, wordsIn(locale as Locale, id)] as const)
  const inEach = (word: (told: Words) => string | undefined) =>
    Object.fromEntries(words.map(([locale, told]) => [locale, word(told) ?? '']))
  const { kind, dataClass, max }: Ready = READY[id]
  const options = Object.keys(words[0]?.[1].options ?? {})
  return {
    kind,
    dataClass: dataClass ?? defaultClass(kind),
    label: inEach((told) => told.label),
    help: inEach((told) => told.help),
    required: false,
    requiredFrom: null,
    staffOnly: false,
    typeIds: [],
    min: null,
    max: max ?? null,
    earliest: null,
    latest: null,
    mode: 'all',
    tests: [],
    options:
      options.length > 0
        ? options.map((key) => ({ id: '', archived: false, label: inEach((told) => told.options?.[key]) }))
        : null,
  }
}

function wordsIn(locale: Locale, id: ReadyId): Words {
  // A question's words are taken whole, which the translator's own types do not know of.
  const messages: AbstractIntlMessages = messagesIn(locale)
  const t = createTranslator({ locale, messages, namespace: 'builder' })
  return t.raw(`ready.${id}`) as Words
}
