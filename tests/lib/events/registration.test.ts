import { describe, expect, it } from 'vitest'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { editRegistration } from '#lib/events/mutations/registration'
import { stampOf } from '#lib/events/policy/stamp'
import { localOf } from '#lib/events/policy/zone'
import { setupRegistration } from '#lib/events/queries/setup'
import { registrationRules } from '#lib/events/schema/edit/registration'
import { check } from '#lib/input'
import { makeEvent, makeUser, NOW, SYSTEM, type TestEvent } from '#tests/setup/factories'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

async function opened(event: TestEvent, typed: Record<string, string> = {}) {
  const shown = await setupRegistration(SYSTEM, event.id)
  if (!shown) throw new Error('no event')
  const local = (at: Date | null) => localOf(at, shown.timeZone)
  const values: Record<string, string> = {
    opensAt: local(shown.opensAt),
    closesAt: local(shown.closesAt),
    freezesAt: local(shown.freezesAt),
    listVisibility: shown.listVisibility,
    confirmHours: String(shown.confirmHours ?? ''),
    ...(shown.approval && { approval: 'on' }),
    ...(shown.confirmHours !== null && { confirms: 'on' }),
    ...typed,
  }
  return { form: registrationRules.parse(values), stamp: stampOf(shown), values }
}

describe('the rules of registration', () => {
  it('are changed; times are those of the event’s clock', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const typed = {
      closesAt: '2027-04-12T18:00',
      freezesAt: '2027-04-20T00:00',
      approval: 'on',
      confirms: 'on',
      confirmHours: '72',
      listVisibility: 'public',
    }
    const { form, stamp } = await opened(event, typed)
    expect(await editRegistration(organizer, event.id, form, stamp, NOW)).toEqual({
      ok: true,
      value: { changed: true },
    })
    expect(await setupRegistration(organizer, event.id)).toMatchObject({
      opensAt: new Date('2027-02-01T00:00:00Z'),
      closesAt: new Date('2027-04-12T12:00:00Z'),
      freezesAt: new Date('2027-04-19T18:00:00Z'),
      approval: true,
      confirmHours: 72,
      listVisibility: 'public',
    })
    const [entry] = await historyOf(event.id)
    expect(entry?.before).toEqual({
      closesAt: '2027-04-10T17:59:00.000Z',
      freezesAt: null,
      approval: false,
      confirmHours: null,
      listVisibility: 'participants',
    })
    expect(Object.keys(entry?.after ?? {})).not.toContain('opensAt')
  })

  it('leave no trace when nothing is different, whatever the seconds', async () => {
    const event = await makeEvent({ closesAt: new Date('2027-04-10T17:59:30Z') })
    const { form, stamp } = await opened(event)
    expect(await editRegistration(SYSTEM, event.id, form, stamp, NOW)).toEqual({ ok: true, value: { changed: false } })
    expect((await setupRegistration(SYSTEM, event.id))?.closesAt).toEqual(new Date('2027-04-10T17:59:30Z'))
  })

  it('open before they close', async () => {
    const event = await makeEvent()
    const { form, stamp } = await opened(event, { opensAt: '2027-04-11T00:00' })
    expect(await editRegistration(SYSTEM, event.id, form, stamp, NOW)).toEqual({ ok: false, reason: 'order' })
  })

  it('are not overwritten by somebody who did not see them', async () => {
    const event = await makeEvent()
    const [mine, theirs] = [await opened(event, { approval: 'on' }), await opened(event, { closesAt: '' })]
    await editRegistration(await organizerOf(event), event.id, theirs.form, theirs.stamp, NOW)
    const organizer = await organizerOf(event)
    expect(await editRegistration(organizer, event.id, mine.form, mine.stamp, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    const again = await opened(event)
    expect((await editRegistration(organizer, event.id, mine.form, again.stamp, NOW)).ok).toBe(true)
  })

  it('are for organizers of this event alone', async () => {
    const event = await makeEvent()
    const { form, stamp } = await opened(event, { approval: 'on' })
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ])
      expect(await editRegistration(actor, event.id, form, stamp, NOW)).toEqual({ ok: false, reason: 'not-found' })
  })

  it.each([
    [{ opensAt: 'tomorrow' }, { opensAt: 'moment' }],
    [{ confirms: 'on', confirmHours: '0' }, { confirmHours: 'hours' }],
    [{ confirms: 'on', confirmHours: '169' }, { confirmHours: 'hours' }],
    [{ confirms: 'on', confirmHours: '' }, { confirmHours: 'hours' }],
    [{ confirmHours: 'many' }, undefined],
    [{ listVisibility: 'all' }, { listVisibility: 'choose' }],
  ])('typed as %j give %j', async (typed, errors) => {
    const { values } = await opened(await makeEvent())
    const checked = check(registrationRules, { ...values, ...typed } as Record<string, string>)
    expect(checked.ok ? undefined : checked.errors).toEqual(errors)
  })
})
