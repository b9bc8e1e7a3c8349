import 'server-only'
import { eq } from 'drizzle-orm'
import { formSections, questions } from '#db/schema/forms'
import type { Actor } from '#lib/auth/actor'
import { done, refuse } from '#lib/errors'
import { changeForm, type NotFound, place, recordEdit } from '#lib/forms/mutations/scope'
import { allQuestions } from '#lib/forms/policy/edited'

/** Takes a question out of the form; its answers stay. Answers how many people had answered. For organizers. */
export const archiveQuestion = (actor: Actor, eventId: string, questionId: string, now = new Date()) =>
  changeForm<{ answered: number }, NotFound>(actor, eventId, async (tx, form) => {
    const question = allQuestions(form).find((one) => one.id === questionId)
    if (!question) return refuse('not-found')
    if (question.archived) return done({ answered: question.answered })
    const revision = question.revision + 1
    await tx.update(questions).set({ archivedAt: now, revision }).where(eq(questions.id, questionId))
    await recordEdit(
      tx,
      actor,
      form,
      questionId,
      { before: { archived: false }, after: { archived: true, revision } },
      now,
    )
    return done({ answered: question.answered })
  })

/** Asks a question again, at the end of its section. For organizers. */
export const restoreQuestion = (actor: Actor, eventId: string, questionId: string, now = new Date()) =>
  changeForm<undefined, NotFound | { reason: 'section-archived' }>(actor, eventId, async (tx, form) => {
    const question = allQuestions(form).find((one) => one.id === questionId)
    const section = form.sections.find((one) => one.id === question?.sectionId)
    if (!question || !section) return refuse('not-found')
    if (section.archived) return refuse('section-archived')
    if (!question.archived) return done()
    const revision = question.revision + 1
    await tx.update(questions).set({ archivedAt: null, revision }).where(eq(questions.id, questionId))
    const others = section.questions.map((one) => one.id).filter((id) => id !== questionId)
    await place(tx, questions, [...others, questionId])
    await recordEdit(
      tx,
      actor,
      form,
      questionId,
      { before: { archived: true }, after: { archived: false, revision } },
      now,
    )
    return done()
  })

/** Takes a section out of the form with its questions; the answers stay. For organizers. */
export const archiveSection = (actor: Actor, eventId: string, sectionId: string, now = new Date()) =>
  setSection(actor, eventId, sectionId, true, now)

/** Asks a section again, with the questions that were in it. For organizers. */
export const restoreSection = (actor: Actor, eventId: string, sectionId: string, now = new Date()) =>
  setSection(actor, eventId, sectionId, false, now)

const setSection = (actor: Actor, eventId: string, sectionId: string, archived: boolean, now: Date) =>
  changeForm<undefined, NotFound>(actor, eventId, async (tx, form) => {
    const section = form.sections.find((one) => one.id === sectionId)
    if (!section) return refuse('not-found')
    if (section.archived === archived) return done()
    await tx
      .update(formSections)
      .set({ archivedAt: archived ? now : null })
      .where(eq(formSections.id, sectionId))
    const change = { before: { archived: !archived }, after: { archived } }
    await recordEdit(tx, actor, form, sectionId, change, now)
    return done()
  })
