import 'server-only'
import { isPossiblePhoneNumber } from 'libphonenumber-js/min'
import { type Db, db } from '#db/client'
import type { FormStage } from '#db/enums'
import { type Answers, type Reading, readAnswers } from '#lib/attendees/policy/answers'
import { answersOf, ownFiles } from '#lib/attendees/queries/answers'
import { COUNTRY_CODES } from '#lib/countries/policy'
import { dayOf } from '#lib/format'
import { fieldName, firstOf, type Typed } from '#lib/forms/policy/names'
import { type Form, questionsOf, SENDS_FILE } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'
import { choosable, institutionsNamed } from '#lib/institutions/queries/find'

/** What came with a form in answer to its questions. `draftHash` belongs to the showing of the form, and to the files sent with it. */
export type SentAnswers = { typed: Typed; draftHash: string }

export type Asking = {
  event: { id: string; timeZone: string; defaultLocale: string }
  /** Null for somebody who is just registering. */
  attendeeId: string | null
  typeId: string
  stages: readonly FormStage[]
  staff: boolean
  locale: string
}

/** What was sent, read against the form and the registry as they are now. The same before a mutation, to tell every problem at once, and in it. */
export async function readSent(
  { event, attendeeId, typeId, stages, staff, locale }: Asking,
  { typed, draftHash }: SentAnswers,
  now: Date,
  reader: Db = db(),
): Promise<Reading & { form: Form; before: Answers }> {
  const form = await formOf(event, locale, { reader })
  const before: Answers = attendeeId ? await answersOf(attendeeId, reader) : new Map()
  const asksFiles = questionsOf(form).some(({ kind }) => SENDS_FILE.includes(kind))
  const files = asksFiles ? await ownFiles(event.id, draftHash, attendeeId, reader) : new Map<string, string>()
  const settled = await settleInstitutions(form, typed, before, reader)
  const chosenBefore = new Set(
    [...before.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.optionId ?? [])),
  )
  const reading = readAnswers({
    form,
    stages,
    reader: { typeId, staff },
    typed: withInstitutions(withoutDropped(typed), settled),
    before,
    know: {
      today: dayOf(now, event.timeZone),
      isPhone: (text) => text.startsWith('+') && isPossiblePhoneNumber(text),
      isCountry: (code) => COUNTRY_CODES.includes(code),
      isFile: (question, fileId) => files.get(fileId) === question.id,
      isInstitution: (question) => settled.get(question.id) !== undefined,
      kept: (optionId) => chosenBefore.has(optionId),
    },
    demanding: !staff,
  })
  return { ...reading, form, before }
}

/** A file that was ticked to be taken out is none. */
function withoutDropped(typed: Typed): Typed {
  const dropped = [...typed]
    .filter(([name, [value]]) => name.endsWith('.drop') && value === '1')
    .map(([name]) => name.slice(0, -'.drop'.length))
  return new Map(
    [...typed].filter(([name]) => !dropped.some((field) => name === `${field}.file` || name === `${field}.name`)),
  )
}

/** The institution that each text names, null where the text is to be kept as it is; unclear ones are left out. */
async function settleInstitutions(
  form: Form,
  typed: Typed,
  before: Answers,
  reader: Db,
): Promise<Map<string, string | null>> {
  const settled = new Map<string, string | null>()
  for (const { id, kind } of questionsOf(form)) {
    const text = firstOf(typed, fieldName(id)).trim()
    if (kind !== 'institution' || text === '') continue
    const meant = await institutionMeant(id, text, typed, reader)
    const kept = before.get(id)?.[0]
    if (meant !== undefined) settled.set(id, meant)
    else if (kept?.text === text) settled.set(id, kept.institutionId ?? null)
  }
  return settled
}

async function institutionMeant(
  id: string,
  text: string,
  typed: Typed,
  reader: Db,
): Promise<string | null | undefined> {
  const part = (name: string) => firstOf(typed, fieldName(id, name))
  const choice = part('asked').trim() === text ? part('choice') : ''
  if (choice === 'typed') return null
  const chosen = choice || (part('for').trim() === text ? part('id') : '')
  const standing = chosen ? await choosable(reader, chosen) : null
  if (standing) return standing
  const [only, ...others] = await institutionsNamed(reader, text)
  return only && others.length === 0 ? only.id : undefined
}

function withInstitutions(typed: Typed, settled: ReadonlyMap<string, string | null>): Typed {
  const next = new Map(typed)
  for (const [id, institutionId] of settled) next.set(fieldName(id, 'id'), institutionId ? [institutionId] : [])
  return next
}
