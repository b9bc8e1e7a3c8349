import * as z from 'zod'
import { DATA_CLASSES, FORM_STAGES, QUESTION_KINDS } from '#db/enums'
import type { ConditionTest } from '#lib/forms/policy/condition'
import { boundsOf, NEEDS } from '#lib/forms/policy/defaults'
import { MOST_TESTS } from '#lib/forms/policy/possible'
import { isDay } from '#lib/forms/policy/problem'
import { CHOOSES } from '#lib/forms/policy/question'
import { conditionFields } from '#lib/forms/schema/condition'
import { rowsOf } from '#lib/forms/schema/nest'
import { checkbox, line } from '#lib/input'

export const LONGEST_EDIT = { label: 300, help: 1000, option: 200, title: 200 } as const
export const MOST_OPTIONS = 200

/** The fields of a question. `locales` begin with the event's own language, in which it must be told. */
export const questionEdit = (locales: readonly string[]) =>
  z
    .object({
      kind: z.enum(QUESTION_KINDS, 'choose'),
      dataClass: z.enum(DATA_CLASSES, 'choose'),
      label: inEach(locales, LONGEST_EDIT.label, 'required'),
      help: inEach(locales, LONGEST_EDIT.help),
      need: z.enum(NEEDS).catch('no'),
      requiredFrom: day(),
      staffOnly: checkbox(),
      types: z.record(z.string(), z.string()).default({}),
      min: bound(),
      max: bound(),
      earliest: day(),
      latest: day(),
      ...conditionFields,
      options: z.preprocess(
        rowsOf,
        z.array(
          z.object({
            id: line(40),
            archived: checkbox(),
            label: inEach(locales, LONGEST_EDIT.option),
          }),
        ),
      ),
    })
    .superRefine((edit, context) => {
      const wrong = (message: string, ...path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path })
      if (edit.need === 'from' && !edit.requiredFrom) wrong('required-from', 'requiredFrom')
      if (edit.need !== 'no' && edit.staffOnly) wrong('staff-required', 'staffOnly')
      checkBounds(edit, wrong)
      if (CHOOSES.includes(edit.kind)) checkOptions(edit, locales[0] ?? '', wrong)
      const named = edit.tests.filter((test) => test.questionId)
      if (named.length > MOST_TESTS) wrong('too-many-tests', 'tests', MOST_TESTS, 'questionId')
    })
    .transform((edit) => {
      const bounds = boundsOf(edit.kind)
      const tests: (ConditionTest & { row: number })[] = edit.tests
        .map((test, row) => ({ ...test, row }))
        .filter((test) => test.questionId)
      return {
        kind: edit.kind,
        dataClass: edit.dataClass,
        label: edit.label,
        help: edit.help,
        required: edit.need !== 'no',
        requiredFrom: edit.need === 'from' ? edit.requiredFrom : null,
        staffOnly: edit.staffOnly,
        typeIds: Object.keys(edit.types).sort(),
        // What the kind does not have is dropped.
        min: bounds.min ? edit.min : null,
        max: bounds.max ? edit.max : null,
        earliest: bounds.days ? edit.earliest : null,
        latest: bounds.days ? edit.latest : null,
        mode: edit.mode,
        tests,
        options: CHOOSES.includes(edit.kind) ? edit.options.filter((one) => one.id || isTold(one.label)) : null,
      }
    })
export type QuestionEdit = z.output<ReturnType<typeof questionEdit>>

/** The fields of a section. */
export const sectionEdit = (locales: readonly string[]) =>
  z.object({
    stage: z.enum(FORM_STAGES, 'choose'),
    title: inEach(locales, LONGEST_EDIT.title, 'required'),
    help: inEach(locales, LONGEST_EDIT.help),
  })
export type SectionEdit = z.output<ReturnType<typeof sectionEdit>>

type Wrong = (message: string, ...path: (string | number)[]) => void
type Typed = {
  kind: (typeof QUESTION_KINDS)[number]
  min: number | null
  max: number | null
  earliest: string | null
  latest: string | null
  options: { id: string; archived: boolean; label: Record<string, string> }[]
}

function checkBounds({ kind, min, max, earliest, latest }: Typed, wrong: Wrong): void {
  const bounds = boundsOf(kind)
  for (const [name, value] of [
    ['min', min],
    ['max', max],
  ] as const) {
    const within = bounds[name]
    if (!within || value === null) continue
    if (!Number.isFinite(value) || (within.whole && !Number.isInteger(value))) wrong('number', name)
    else if (value < within.least) wrong('bound-small', name)
    else if (value > within.most) wrong(kind === 'file' || kind === 'picture' ? 'megabytes' : 'bound-large', name)
  }
  if (bounds.min && bounds.max && min !== null && max !== null && min > max) wrong('bounds-crossed', 'max')
  if (bounds.days && earliest && latest && earliest > latest) wrong('days-crossed', 'latest')
}

function checkOptions({ kind, min, options }: Typed, main: string, wrong: Wrong): void {
  const told = options.map((option, row) => ({ ...option, row })).filter((one) => one.id || isTold(one.label))
  const offered = told.filter((one) => !one.archived)
  if (offered.length === 0) wrong('option-needed', 'options', 0, 'label', main)
  if (told.length > MOST_OPTIONS) wrong('too-many-options', 'options', 0, 'label', main)
  const seen = new Set<string>()
  for (const { row, label } of offered) {
    const word = (label[main] ?? '').toLocaleLowerCase()
    if (!word) wrong('required', 'options', row, 'label', main)
    else if (seen.has(word)) wrong('option-twice', 'options', row, 'label', main)
    seen.add(word)
  }
  if (kind === 'several' && min !== null && offered.length > 0 && min > offered.length) wrong('min-options', 'min')
}

const isTold = (label: Record<string, string>) => Object.values(label).some(Boolean)

/** A text in each language of the event; in its own it may be wanted. */
function inEach(locales: readonly string[], max: number, wanted?: string) {
  const [main = ''] = locales
  const each = Object.fromEntries(locales.map((locale) => [locale, line(max)]))
  return z.preprocess(
    (value) => value ?? {},
    z.object(each).superRefine((texts, context) => {
      if (wanted && !texts[main]) context.addIssue({ code: 'custom', message: wanted, path: [main] })
    }),
  ) as unknown as z.ZodType<Record<string, string>>
}

/** A number, with point or comma; nothing is none. */
const bound = () =>
  line(40).transform((text) => {
    if (text === '') return null
    const plain = text.replace(/\s/g, '').replace(',', '.')
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN
  })

/** A day there is; nothing is none. */
const day = () =>
  line(40)
    .refine((text) => text === '' || isDay(text), 'date')
    .transform((text) => text || null)
