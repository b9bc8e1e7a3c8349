import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import { type Db, db } from '#db/client'
import { formSections } from '#db/schema/forms'
import type { Form } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'

/** The form with all that was ever asked. What stands in a section that is no longer asked is not asked either. For those who have checked who asks. */
export async function wholeForm(
  event: { id: string; defaultLocale: string },
  locale: string,
  reader: Db = db(),
): Promise<Form> {
  const [form, gone] = await Promise.all([
    formOf(event, locale, { reader, archived: true }),
    reader
      .select({ id: formSections.id })
      .from(formSections)
      .where(and(eq(formSections.eventId, event.id), isNotNull(formSections.archivedAt))),
  ])
  const archived = new Set(gone.map(({ id }) => id))
  return {
    sections: form.sections.map((section) =>
      archived.has(section.id)
        ? { ...section, questions: section.questions.map((question) => ({ ...question, archived: true })) }
        : section,
    ),
  }
}
