import { describe, expect, it } from 'vitest'
import { register } from '#lib/attendees/mutations/register'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { saveNotice } from '#lib/events/mutations/notice'
import { noticeStamp } from '#lib/events/policy/stamp'
import { publicEvent } from '#lib/events/queries/event'
import { setupNotice } from '#lib/events/queries/setup'
import { noticeBodies } from '#lib/events/schema/edit/notice'
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
const stampFor = async (event: TestEvent) => noticeStamp((await setupNotice(SYSTEM, event.id)) ?? [])

describe('the privacy notice', () => {
  it('is never edited: a new wording is a new version, and consents stay with the one that was read', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    await registered(event)
    const late = filledForm(event)
    const later = new Date('2027-03-02T10:00:00Z')
    const saved = await saveNotice(organizer, event.id, { en: 'Notice, anew', ru: '' }, await stampFor(event), later)
    expect(saved).toEqual({ ok: true, value: { changed: true } })
    expect(await setupNotice(organizer, event.id)).toEqual([
      { version: 2, createdAt: later, bodies: { en: 'Notice, anew', ru: '' }, consents: 0 },
      { version: 1, createdAt: NOW, bodies: { en: 'Notice', ru: 'Уведомление' }, consents: 1 },
    ])
    expect((await publicEvent(event.slug, 'ru'))?.notice?.body).toBe('Notice, anew')
    expect((await historyOf(event.id))[0]).toMatchObject({
      verb: 'event.edit',
      before: { noticeVersion: 1 },
      after: { noticeVersion: 2 },
    })
    expect(await register(ANONYMOUS, event.slug, late, WORDING, NOW)).toMatchObject({ code: 'notice-changed' })
  })

  it('makes no version of the same words', async () => {
    const event = await makeEvent()
    const same = { en: 'Notice', ru: 'Уведомление' }
    expect(await saveNotice(SYSTEM, event.id, same, await stampFor(event), NOW)).toEqual({
      ok: true,
      value: { changed: false },
    })
    expect(await setupNotice(SYSTEM, event.id)).toHaveLength(1)
  })

  it('is not written over a version that was not seen; a consent meanwhile hinders nobody', async () => {
    const event = await makeEvent()
    const shown = await stampFor(event)
    await registered(event)
    expect((await saveNotice(await organizerOf(event), event.id, { en: 'Theirs', ru: '' }, shown, NOW)).ok).toBe(true)
    const organizer = await organizerOf(event)
    expect(await saveNotice(organizer, event.id, { en: 'Mine', ru: '' }, shown, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    await saveNotice(organizer, event.id, { en: 'Mine', ru: '' }, await stampFor(event), NOW)
    expect((await setupNotice(SYSTEM, event.id))?.map((one) => one.bodies.en)).toEqual(['Mine', 'Theirs', 'Notice'])
  })

  it('is for organizers of this event alone', async () => {
    const event = await makeEvent()
    const shown = await stampFor(event)
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ]) {
      const taken = { en: 'Taken over', ru: '' }
      expect(await saveNotice(actor, event.id, taken, shown, NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await setupNotice(actor, event.id)).toBeNull()
    }
  })

  it('is needed in the main language', () =>
    expect(check(noticeBodies('ru'), { 'notice-en': 'Notice', 'notice-ru': ' ' })).toEqual({
      ok: false,
      errors: { 'notice-ru': 'required' },
    }))
})
