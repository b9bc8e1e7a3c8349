import 'server-only'
import { eq } from 'drizzle-orm'
import { formSections, questions } from '#db/schema/forms'
import type { Actor } from '#lib/auth/actor'
import { done, refuse } from '#lib/errors'
import { changeForm, type NotFound, place, recordEdit } from '#lib/forms/mutations/scope'
import { allQuestions, liveSections } from '#lib/forms/policy/edited'

export type Way = 'up' | 'down'
const STEP = { up: -1, down: 1 } as const

/** Moves a section past its neighbour in the stage. At the end it stays. For organizers. */
export const moveSection = (actor: Actor, eventId: string, sectionId: string, way: Way, now = new Date()) =>
  changeForm<undefined, NotFound>(actor, eventId, async (tx, form) => {
    const section = liveSections(form).find((one) => one.id === sectionId)
    if (!section) return refuse('not-found')
    const ids = liveSections(form)
      .filter((one) => one.stage === section.stage)
      .map((one) => one.id)
    const [from, to] = [ids.indexOf(sectionId), ids.indexOf(sectionId) + STEP[way]]
    if (!ids[to]) return done()
    await place(tx, formSections, swapped(ids, from, to))
    await recordEdit(tx, actor, form, sectionId, { before: { place: from + 1 }, after: { place: to + 1 } }, now)
    return done()
  })

/** Moves a question past its neighbour, at the edge of its section into the section beside. For organizers. */
export const moveQuestion = (actor: Actor, eventId: string, questionId: string, way: Way, now = new Date()) =>
  changeForm<undefined, NotFound>(actor, eventId, async (tx, form) => {
    const sections = liveSections(form)
    const at = sections.findIndex((section) => section.questions.some((one) => one.id === questionId && !one.archived))
    const section = sections[at]
    if (!section) return refuse('not-found')
    const ids = section.questions.filter((one) => !one.archived).map((one) => one.id)
    const [from, to] = [ids.indexOf(questionId), ids.indexOf(questionId) + STEP[way]]
    if (ids[to]) {
      await place(tx, questions, swapped(ids, from, to))
      await recordEdit(tx, actor, form, questionId, { before: { place: from + 1 }, after: { place: to + 1 } }, now)
      return done()
    }
    const beside = sections[at + STEP[way]]
    if (!beside) return done()
    const others = beside.questions.filter((one) => !one.archived).map((one) => one.id)
    await tx.update(questions).set({ sectionId: beside.id }).where(eq(questions.id, questionId))
    await place(tx, questions, way === 'up' ? [...others, questionId] : [questionId, ...others])
    await recordEdit(
      tx,
      actor,
      form,
      questionId,
      { before: { section: section.id }, after: { section: beside.id } },
      now,
    )
    return done()
  })

/** Moves a question to the end of another section. For organizers. */
export const moveToSection = (actor: Actor, eventId: string, questionId: string, sectionId: string, now = new Date()) =>
  changeForm<undefined, NotFound>(actor, eventId, async (tx, form) => {
    const question = allQuestions(form).find((one) => one.id === questionId)
    const section = liveSections(form).find((one) => one.id === sectionId)
    if (!question || !section) return refuse('not-found')
    if (question.sectionId === sectionId) return done()
    await tx.update(questions).set({ sectionId }).where(eq(questions.id, questionId))
    await place(tx, questions, [...section.questions.map((one) => one.id), questionId])
    const change = { before: { section: question.sectionId }, after: { section: sectionId } }
    await recordEdit(tx, actor, form, questionId, change, now)
    return done()
  })

function swapped(ids: readonly string[], from: number, to: number): string[] {
  const moved = [...ids]
  ;[moved[from], moved[to]] = [moved[to] ?? '', moved[from] ?? '']
  return moved
}
