import 'server-only'
import type { FormStage } from '#db/enums'
import type { FieldProblem } from '#lib/attendees/policy/answers'
import type { Actor } from '#lib/auth/actor'
import { keepDraft } from '#lib/files/mutations/keep'
import { fieldName, typedAnswers } from '#lib/forms/policy/names'
import type { Problem } from '#lib/forms/policy/problem'
import { type Question, SENDS_FILE } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'
import { hashSecret } from '#lib/ids'

type Where = {
  event: { id: string; defaultLocale: string }
  stages: readonly FormStage[]
  staff: boolean
  locale: string
  draftHash: string
}

/** What ties the files sent with a form to it: only a form with this key can adopt them. */
export const draftHashOf = (key: string): string => hashSecret(`draft ${key}`)

/**
 * Keeps the files that came with a form as its drafts, whatever else is wrong with it, so that nobody chooses them twice. Answers what was typed with the drafts
 * in it, and which files will not do. The actor takes no part: whoever sees the form may send it.
 */
export async function keepUploads(
  _: Actor,
  form: FormData,
  where: Where,
): Promise<{ typed: Map<string, string[]>; problems: FieldProblem[] }> {
  const typed = typedAnswers(form)
  const problems: FieldProblem[] = []
  const sent = [...form].some(([, value]) => value instanceof File && (value.size > 0 || value.name !== ''))
  for (const question of sent ? await fileQuestions(where) : []) {
    const file = form.get(fieldName(question.id))
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) continue
    const kept = await keepDraft({
      eventId: where.event.id,
      questionId: question.id,
      draftHash: where.draftHash,
      name: file.name,
      bytes: Buffer.from(await file.arrayBuffer()),
      accept: question.kind === 'picture' ? 'picture' : 'file',
      maxMb: question.max,
    })
    if (kept.ok) {
      typed.set(fieldName(question.id, 'file'), [kept.value.id])
      typed.set(fieldName(question.id, 'name'), [kept.value.name])
      typed.delete(fieldName(question.id, 'drop'))
    } else
      problems.push({ questionId: question.id, field: fieldName(question.id), problem: wordOf(kept.reason, question) })
  }
  return { typed, problems }
}

async function fileQuestions({ event, stages, staff, locale }: Where): Promise<Question[]> {
  const { sections } = await formOf(event, locale)
  const asked = sections.filter(({ stage }) => stages.includes(stage)).flatMap((section) => section.questions)
  return asked.filter(({ kind, staffOnly }) => SENDS_FILE.includes(kind) && (staff || !staffOnly))
}

const wordOf = (reason: 'empty' | 'too-large' | 'kind' | 'unreadable', { max }: Question): Problem => ({
  code: `file-${reason}`,
  limit: String(max ?? 5),
})
