import { describe, expect, it } from 'vitest'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { register } from '#lib/attendees/mutations/register'
import { attendeeRecord } from '#lib/attendees/queries/one'
import { correction } from '#lib/attendees/schema/person'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { addType, archiveType, moveType, renameType } from '#lib/events/mutations/types'
import { stampOf } from '#lib/events/policy/stamp'
import { publicEvent, typesOf } from '#lib/events/queries/event'
import { setupTypes } from '#lib/events/queries/setup'
import { typeNames } from '#lib/events/schema/edit/types'
import { check } from '#lib/input'
import {
  filledForm,
  makeEvent,
  makeUser,
  NOW,
  registered,
  SYSTEM,
  type TestEvent,
  WORDING,
} from '#tests/setup/factories'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])
const inOrder = async (event: TestEvent) => (await setupTypes(SYSTEM, event.id))?.map((type) => type.names.en)

describe('attendee types', () => {
  it('are added, called otherwise and put in order', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const added = await addType(organizer, event.id, { en: 'Speaker', ru: '' }, NOW)
    if (!added.ok) throw new Error(added.reason)
    expect(await inOrder(event)).toEqual(['Faculty', 'Researcher', 'Speaker'])
    await moveType(organizer, event.id, added.value.id, 'up', NOW)
    await moveType(organizer, event.id, event.typeIds[0] as string, 'up', NOW)
    expect(await inOrder(event)).toEqual(['Faculty', 'Speaker', 'Researcher'])
    const stamp = stampOf({ en: 'Speaker', ru: '' })
    expect(
      await renameType(organizer, event.id, added.value.id, { en: 'Speaker', ru: 'Докладчик' }, stamp, NOW),
    ).toEqual({ ok: true, value: { changed: true } })
    expect((await historyOf(event.id))[0]).toMatchObject({
      verb: 'event.edit',
      before: { 'name-ru': '' },
      after: { 'name-ru': 'Докладчик', typeId: added.value.id },
    })
    expect((await typesOf(event.id, 'ru', 'en')).map((type) => type.name)).toContain('Докладчик')
  })

  it('are not renamed over what somebody else called them', async () => {
    const event = await makeEvent()
    const [id = ''] = event.typeIds
    const shown = stampOf({ en: 'Faculty', ru: 'Преподаватель' })
    await renameType(await organizerOf(event), event.id, id, { en: 'Teacher', ru: 'Преподаватель' }, shown, NOW)
    expect(
      await renameType(await organizerOf(event), event.id, id, { en: 'Lecturer', ru: 'Преподаватель' }, shown, NOW),
    ).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await inOrder(event)).toEqual(['Teacher', 'Researcher'])
  })

  it('are archived: neither offered nor taken, kept by whoever has them, and restored', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const [gone = '', stays = ''] = event.typeIds
    const { attendeeId } = await registered(event, { typeId: gone })
    const other = await registered(event, { typeId: stays })
    expect(await archiveType(organizer, event.id, gone, true, NOW)).toEqual({ ok: true, value: undefined })
    const form = filledForm(event, { typeId: gone })
    expect(await register(ANONYMOUS, event.slug, form, WORDING, NOW)).toMatchObject({ field: 'typeId', code: 'choose' })
    const shown = await publicEvent(event.slug, 'en')
    expect(shown?.types.filter((type) => !type.archived).map((type) => type.id)).toEqual([stays])
    expect(shown?.types.find((type) => type.id === gone)?.name).toBe('Faculty')

    const corrected = async (id: string, typeId: string) => {
      const record = await attendeeRecord(organizer, event.id, id)
      if (!record) throw new Error('no record')
      const values = {
        ...record,
        typeId,
        institution: 'University',
        position: 'Dean',
        revision: String(record.revision),
      }
      return correctAttendee(organizer, id, correction.parse(values), NOW)
    }
    expect((await corrected(attendeeId, gone)).ok).toBe(true)
    expect(await corrected(other.attendeeId, gone)).toMatchObject({ field: 'typeId', code: 'choose' })

    expect(await archiveType(organizer, event.id, stays, true, NOW)).toEqual({ ok: false, reason: 'last' })
    await archiveType(organizer, event.id, gone, false, NOW)
    expect(await inOrder(event)).toEqual(['Researcher', 'Faculty'])
    expect((await register(ANONYMOUS, event.slug, form, WORDING, NOW)).ok).toBe(true)
  })

  it('are for organizers of this event alone', async () => {
    const event = await makeEvent()
    const [id = ''] = event.typeIds
    const names = { en: 'Taken over', ru: '' }
    const refused = { ok: false, reason: 'not-found' }
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ]) {
      expect(await addType(actor, event.id, names, NOW)).toEqual(refused)
      expect(await renameType(actor, event.id, id, names, stampOf({ en: 'Faculty', ru: 'x' }), NOW)).toEqual(refused)
      expect(await moveType(actor, event.id, id, 'down', NOW)).toEqual(refused)
      expect(await archiveType(actor, event.id, id, true, NOW)).toEqual(refused)
      expect(await setupTypes(actor, event.id)).toBeNull()
    }
    const other = await makeEvent()
    expect(await archiveType(await organizerOf(other), other.id, id, true, NOW)).toEqual(refused)
    expect(await inOrder(event)).toEqual(['Faculty', 'Researcher'])
  })

  it('need a name in the main language', () => {
    expect(check(typeNames('ru'), { 'name-en': 'Guest' })).toEqual({ ok: false, errors: { 'name-ru': 'required' } })
    expect(check(typeNames('en'), { 'name-en': ' Guest ' })).toEqual({ ok: true, value: { en: 'Guest', ru: '' } })
  })
})
