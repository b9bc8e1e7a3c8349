import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { formSections, formSectionTexts } from '#db/schema/forms'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, refuse } from '#lib/errors'
import { changeForm, type NotFound, place, recordEdit } from '#lib/forms/mutations/scope'
import type { EditedForm } from '#lib/forms/policy/edited'
import type { SectionEdit } from '#lib/forms/schema/edit'
import { newId } from '#lib/ids'

/** Adds a section behind the others of its stage. For organizers. */
export const addSection = (actor: Actor, eventId: string, edit: SectionEdit, now = new Date()) =>
  changeForm<{ id: string }, NotFound>(actor, eventId, async (tx, form) => {
    const id = newId()
    await tx.insert(formSections).values({ id, eventId, stage: edit.stage, position: form.sections.length + 1 })
    await writeTexts(tx, id, edit)
    await place(tx, formSections, [...idsIn(form, edit.stage), id])
    await recordEdit(tx, actor, form, id, { after: { added: 'section', ...told(edit) } }, now)
    return done({ id })
  })

/** Saves the title, help and stage of a section. Another stage puts it behind the sections there. For organizers. */
export const editSection = (actor: Actor, eventId: string, sectionId: string, edit: SectionEdit, now = new Date()) =>
  changeForm<undefined, NotFound>(actor, eventId, async (tx, form) => {
    const section = form.sections.find((one) => one.id === sectionId)
    if (!section) return refuse('not-found')
    const change = difference<Record<string, unknown>>(told(section), told(edit))
    if (Object.keys(change.after).length === 0) return done()
    await tx.update(formSections).set({ stage: edit.stage }).where(eq(formSections.id, sectionId))
    if (edit.stage !== section.stage) await place(tx, formSections, [...idsIn(form, edit.stage), sectionId])
    await tx.delete(formSectionTexts).where(eq(formSectionTexts.sectionId, sectionId))
    await writeTexts(tx, sectionId, {
      title: { ...section.title, ...edit.title },
      help: { ...section.help, ...edit.help },
    })
    await recordEdit(tx, actor, form, sectionId, change, now)
    return done()
  })

const idsIn = (form: EditedForm, stage: SectionEdit['stage']) =>
  form.sections.filter((one) => one.stage === stage).map((one) => one.id)

type Words = Pick<SectionEdit, 'title' | 'help'>

async function writeTexts(tx: Tx, sectionId: string, { title, help }: Words) {
  const locales = [...new Set([...Object.keys(title), ...Object.keys(help)])]
  await tx
    .insert(formSectionTexts)
    .values(locales.map((locale) => ({ sectionId, locale, title: title[locale] ?? '', help: help[locale] ?? '' })))
}

const told = ({ stage, title, help }: SectionEdit): Record<string, unknown> => ({
  stage,
  ...Object.fromEntries(Object.entries(title).map(([locale, text]) => [`title.${locale}`, text])),
  ...Object.fromEntries(Object.entries(help).map(([locale, text]) => [`help.${locale}`, text])),
})
