'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '#lib/auth/actor'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { addQuestion, type EditRefusal, editQuestion } from '#lib/forms/mutations/questions'
import type { EditedForm } from '#lib/forms/policy/edited'
import { rearranged, type Values } from '#lib/forms/policy/rows'
import { brokenInWords } from '#lib/forms/policy/words'
import { editedForm } from '#lib/forms/queries/edit'
import { savedSince } from '#lib/forms/queries/saved'
import { questionEdit } from '#lib/forms/schema/edit'
import { checkNested } from '#lib/forms/schema/nest'
import { outlineHref } from '#lib/forms/schema/outline'
import { readerLocale } from '#lib/i18n/locale'
import { typedValues } from '#lib/input'

export type QuestionState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  values: Values
  /** By field, in the reader's words. */
  errors: Values
  /** The control that takes the focus, when rows were added or moved. */
  focus: string
  /** Why it was not done although every field is right. */
  refusal: { title: string; lines: string[] } | null
  /** What others saved while the form was open. */
  meanwhile: { key: string; title: string; changes: string[] }[] | null
  /** What would be lost, and the words of the button that does it all the same. */
  loss: { title: string; text: string; submit: string } | null
}

/** Saves a question, a new one where the form names none. Buttons within the form come back with the rows rearranged and nothing saved. */
export async function saveQuestion(before: QuestionState, form: FormData): Promise<QuestionState> {
  const { actor } = await signedIn()
  const { do: deed = 'save', ...sent } = typedValues(form)
  // Empty rows are left out first, so that errors find theirs again.
  const { values: typed, focus } = rearranged(sent, deed)
  const { slug = '', id = '', section = '' } = typed
  const event = await deskEvent(actor, slug, await readerLocale())
  const edited = event && (await editedForm(actor, event.id))
  if (!event || !edited) notFound()
  // What was accepted to be lost counts for the kind it was told of.
  const values: Values = typed.losingKind === typed.kind ? typed : { ...typed, losing: '' }
  const state: QuestionState = {
    ...{ attempt: (Number(before.attempt) || 0) + 1, values, errors: {}, focus },
    ...{ refusal: null, meanwhile: null, loss: null },
  }
  if (deed !== 'save') return state
  const checked = checkNested(questionEdit(edited.locales), values)
  if (!checked.ok) return wrong(state, checked.errors)
  if (!id) {
    const added = await addQuestion(actor, event.id, section, checked.value)
    if (added.ok) redirect(outlineHref(slug, { did: 'question-added', at: added.value.id }))
    return refusedAs(state, added, { actor, form: edited, timeZone: event.timeZone })
  }
  const known = { revision: Number(values.revision) || 0, losing: Number(values.losing) || 0 }
  const saved = await editQuestion(actor, event.id, id, checked.value, known)
  if (saved.ok)
    redirect(outlineHref(slug, { did: saved.value.changed ? 'question-saved' : 'question-unchanged', at: id }))
  return refusedAs(state, saved, { actor, form: edited, timeZone: event.timeZone })
}

async function refusedAs(
  state: QuestionState,
  refusal: { ok: false } & EditRefusal,
  { actor, form, timeZone }: { actor: Actor; form: EditedForm; timeZone: string },
): Promise<QuestionState> {
  const t = await getTranslations('builder')
  const locale = await readerLocale()
  const { values } = state
  switch (refusal.reason) {
    case 'invalid':
      return wrong(state, { [refusal.field]: refusal.code })
    case 'needed': {
      const lines = brokenInWords(refusal.by, form, locale).map((pair) => t('refused.relies', pair))
      return { ...state, refusal: { title: t('refused.needed'), lines } }
    }
    case 'loses': {
      const count = { lost: refusal.lost, of: refusal.of }
      const loss = { title: t('loss.title', count), text: t('loss.text', count), submit: t('loss.submit', count) }
      return { ...state, loss, values: { ...values, losing: String(refusal.lost), losingKind: values.kind ?? '' } }
    }
    case 'changed-meanwhile': {
      const meanwhile = await savedSince(actor, form, values.id ?? '', Number(values.revision) || 0, {
        locale,
        timeZone,
      })
      return { ...state, meanwhile, values: { ...values, revision: String(refusal.revision) } }
    }
    default:
      notFound()
  }
}

/** The form again, with what is wrong beside the fields. */
async function wrong(state: QuestionState, codes: Record<string, string>): Promise<QuestionState> {
  const t = await getTranslations('builder.error')
  const word = (code: string) => (t.has(code) ? t(code as 'required') : t('other'))
  return { ...state, errors: Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, word(code)])) }
}
