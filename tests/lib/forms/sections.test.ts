import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { archiveSection, restoreQuestion, restoreSection } from '#lib/forms/mutations/archive'
import { addSection, editSection } from '#lib/forms/mutations/sections'
import { editedForm } from '#lib/forms/queries/edit'
import { formOf } from '#lib/forms/queries/form'
import type { SectionEdit } from '#lib/forms/schema/edit'
import { makeEvent, makeUser, NOW, registered, SYSTEM } from '#tests/setup/factories'
import { answersTo, makeAnswer, makeForm } from '#tests/setup/forms'

const told = (title: string, stage: SectionEdit['stage'] = 'registration'): SectionEdit => ({
  stage,
  title: { en: title, ru: '' },
  help: { en: '', ru: '' },
})

async function organized() {
  const event = await makeEvent()
  return { event, organizer: await makeUser([{ slug: event.slug, role: 'organizer' }]) }
}

const titles = async (eventId: string) => (await editedForm(SYSTEM, eventId))?.sections.map((one) => one.title.en)

describe('a section', () => {
  it('is added behind those of its stage, and changed', async () => {
    const { event, organizer } = await organized()
    await addSection(organizer, event.id, told('Later', 'afterwards'), NOW)
    const first = await addSection(organizer, event.id, told('First'), NOW)
    const second = await addSection(organizer, event.id, told('Second'), NOW)
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(await titles(event.id)).toEqual(['First', 'Second', 'Later'])
    const edit = { ...told('Renamed', 'afterwards'), help: { en: 'Help', ru: 'Помощь' } }
    expect((await editSection(organizer, event.id, first.value.id, edit, NOW)).ok).toBe(true)
    expect(await titles(event.id)).toEqual(['Second', 'Later', 'Renamed'])
    const entries = await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, first.value.id))
      .orderBy(auditEntries.id)
    expect(entries.map((entry) => entry.verb)).toEqual(['form.edit', 'form.edit'])
    expect(entries[1]).toMatchObject({ before: { stage: 'registration' }, after: { stage: 'afterwards' } })
  })

  it('is removed with its questions and comes back; the answers stay', async () => {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [{ questions: [{ kind: 'short' }] }])
    const [section = '', question = ''] = [form.sections[0], form.questions[0]?.id]
    await makeAnswer((await registered(event)).attendeeId, question, 'Kept')
    expect((await archiveSection(organizer, event.id, section)).ok).toBe(true)
    expect((await formOf({ id: event.id, defaultLocale: 'en' }, 'en')).sections).toEqual([])
    expect(await answersTo(question)).toHaveLength(1)
    expect(await restoreQuestion(organizer, event.id, question)).toMatchObject({ reason: 'section-archived' })
    expect((await restoreSection(organizer, event.id, section)).ok).toBe(true)
    expect((await formOf({ id: event.id, defaultLocale: 'en' }, 'en')).sections[0]?.questions).toHaveLength(1)
  })

  it('is not removed nor asked later while questions elsewhere rely on its own', async () => {
    const { event, organizer } = await organized()
    const form = await makeForm(event.id, [
      { questions: [{ kind: 'yes-no' }] },
      {
        questions: [
          {
            kind: 'short',
            condition: ([hotel]) => ({ mode: 'all', tests: [{ questionId: hotel?.id ?? '', op: 'is', value: '1' }] }),
          },
        ],
      },
    ])
    const [section = '', by] = [form.sections[0], [{ questionId: form.questions[1]?.id, on: form.questions[0]?.id }]]
    expect(await archiveSection(organizer, event.id, section)).toEqual({ ok: false, reason: 'needed', by })
    const later = await editSection(organizer, event.id, section, told('Section 1', 'afterwards'))
    expect(later).toEqual({ ok: false, reason: 'needed', by })
    expect((await editedForm(SYSTEM, event.id))?.sections[0]).toMatchObject({
      id: section,
      archived: false,
      stage: 'registration',
    })
  })

  it('is only for those who decide on its event', async () => {
    const { event } = await organized()
    const { sections } = await makeForm(event.id, [{ questions: [] }])
    const [section = ''] = sections
    const other = await makeEvent()
    const stranger = await makeUser([{ slug: other.slug, role: 'organizer' }])
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    for (const actor of [stranger, staff]) {
      expect(await addSection(actor, event.id, told('X'))).toMatchObject({ reason: 'not-found' })
      expect(await editSection(actor, event.id, section, told('X'))).toMatchObject({ reason: 'not-found' })
      expect(await archiveSection(actor, event.id, section)).toMatchObject({ reason: 'not-found' })
      expect(await restoreSection(actor, event.id, section)).toMatchObject({ reason: 'not-found' })
      expect(await editedForm(actor, event.id)).toBeNull()
    }
    expect(await editSection(stranger, other.id, section, told('X'))).toMatchObject({ reason: 'not-found' })
    expect(await titles(event.id)).toEqual(['Section 1'])
  })
})
