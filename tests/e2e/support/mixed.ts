import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { addLimit } from '#lib/attendees/mutations/limits'
import { invitationToken, linkToken } from '#lib/auth/link'
import { currentNotice } from '#lib/events/queries/event'
import { makeCode } from '#lib/invitations/mutations/codes'
import { inviteMany } from '#lib/invitations/mutations/invite'
import { codeOf, spellInvitation } from '#lib/invitations/policy/code'
import { ask, packed } from '#tests/bench/support/client'
import { registered } from '#tests/setup/factories'
import { formOf } from './form.ts'
import { institution, openEvent, TEST, type TestEvent } from './person.ts'
import { deskCookies } from './session.ts'

export const HELD = { invitations: 30, code: 20 }
export const OVERRIDES = 5
/** The capacity in the end: no other is higher, so that nobody is above it but whom an organizer brought there. */
export const LAST_CAPACITY = 180
const CAPACITIES = [150, 120, 170, 100, 160, 140, 175, 110, 150, 130, 120, 160, 150, 140, LAST_CAPACITY]
const PLACES = ['Osh Academy', 'Bishkek Academy', 'Naryn Academy', 'Talas Academy', 'Batken Academy']

export type MixedWorld = Awaited<ReturnType<typeof makeMixedWorld>>

/** A capped event with limits, held places and a waiting list, and one that approves each: what 1,000 requests are sent at. */
export async function makeMixedWorld(base: string) {
  const suffix = randomUUID().slice(0, 6)
  const names = PLACES.map((name) => `${name} ${suffix}`)
  const institutions: string[] = []
  for (const name of names) institutions.push(await institution(name))
  const capped = await openEvent({ capacity: 130 })
  const approving = await openEvent({ capacity: 40 })
  await transaction(async (tx) => {
    await tx.update(events).set({ approval: true }).where(eq(events.id, approving.id))
  })
  await addLimit(TEST, capped.id, { subject: 'institution', subjectIds: [], capacity: 60 })
  await addLimit(TEST, capped.id, { subject: 'type', subjectIds: [capped.typeIds[1] ?? ''], capacity: 50 })
  const expiresAt = new Date(Date.now() + 20 * 86_400_000)
  const typeId = capped.typeIds[0] ?? null
  const guests = Array.from({ length: HELD.invitations }, (_, i) => ({
    email: `guest${i}.${suffix}@mail.test`,
    givenName: 'Guest',
    familyName: `Invited${i}`,
  }))
  const invited = await inviteMany(TEST, capped.id, guests, {
    typeId,
    locale: 'en',
    note: '',
    holds: true,
    expiresAt,
  })
  const coded = await makeCode(TEST, capped.id, { label: 'School', places: HELD.code, typeId, expiresAt })
  if (!invited.ok || !coded.ok) throw new Error('No invitations')
  const people = async (event: TestEvent, n: number) => {
    const ids: string[] = []
    const noticeId = (await currentNotice(db(), event.id, 'en', 'en'))?.id ?? ''
    const whole = { ...event, noticeId, institutionId: '' }
    for (let i = 0; i < n; i++) {
      const form = {
        email: `early${i}.${suffix}@mail.test`,
        typeId: event.typeIds[i % 2],
        institutionId: institutions[i % 5],
      }
      ids.push((await registered(whole, form as never, new Date())).attendeeId)
    }
    return ids
  }
  return {
    base,
    suffix,
    names,
    capped,
    approving,
    invitations: invited.value.invited.map((id) => invitationToken(id, 1)),
    codeId: coded.value.codeId,
    code: spellInvitation(codeOf({ id: coded.value.codeId, version: 1 })),
    early: await people(capped, 140),
    pending: await people(approving, 110),
    cookies: await deskCookies(base, `mixed.${suffix}@desk.test`, [capped, approving]),
  }
}

type Answer = Awaited<ReturnType<typeof ask>>

/** So many connections at once take longer to open than `fetch` has patience for. */
const send = async (address: string, form: FormData, cookies = '') => ask(address, await packed(form), cookies)

/** What came of each kind of request. */
export type Answers = Map<string, Answer[]>

/** Sends 1,000 requests at once: everything that gives, takes and moves places, mixed. */
export async function sendMixed(world: MixedWorld): Promise<Answers> {
  const { base, capped, approving, early, pending } = world
  const [open, approved] = [await registrationOf(world, capped), await registrationOf(world, approving)]
  const desk = await deskActs(world)
  const cancelPage = `${base}/r/${linkToken(early[0] ?? '', 1)}`
  const cancelling = await formOf(cancelPage, 'name="token"')
  const work: [kind: string, () => Promise<Answer>][] = []
  const add = (kind: string, n: number, one: (i: number) => Promise<Answer>) => {
    for (let i = 0; i < n; i++) work.push([kind, () => one(i)])
  }
  const twice = randomUUID()
  add('register', 580, (i) => open({ email: `mixed${i}.${world.suffix}@mail.test`, i }))
  add('same form', 10, () => open({ email: `twice.${world.suffix}@mail.test`, i: 1, key: twice }))
  add('same address', 10, (i) => open({ email: `TWICE.${world.suffix}@mail.test`, i }))
  add('apply', 90, (i) => approved({ email: `apply${i}.${world.suffix}@mail.test`, i }))
  add('invitation', 30, (i) =>
    open({ email: `came${i}.${world.suffix}@mail.test`, i, invitation: world.invitations[i] }),
  )
  add('code', 25, (i) => open({ email: `coded${i}.${world.suffix}@mail.test`, i, code: world.code }))
  add('cancel', 100, (i) => {
    const token = linkToken(early[i] ?? '', 1)
    return send(`${base}/r/${token}`, changed(cancelling, { token }))
  })
  add('wait', 10, (i) => desk('wait', early[100 + i] ?? '', 'told so'))
  add('override', OVERRIDES, (i) => desk('override', early[110 + i] ?? '', 'a guest of the rector'))
  add('desk cancel', 10, (i) => desk('cancel', early[115 + i] ?? '', 'told so'))
  add('confirm', 5, (i) => desk('confirm', early[125 + i] ?? ''))
  add('approve', 70, (i) => desk('approve', pending[i] ?? ''))
  add('decline', 40, (i) => desk('decline', pending[70 + i] ?? '', 'told so'))
  const answers: Answers = new Map()
  // In an order of its own, but always the same.
  const order = work.map((one, i) => ({ one, at: (i * 7919) % 985 })).toSorted((a, b) => a.at - b.at)
  const keep = (kind: string, answer: Answer) => answers.set(kind, [...(answers.get(kind) ?? []), answer])
  await Promise.all([
    changeCapacities(world, keep),
    ...order.map(async ({ one: [kind, request] }) => keep(kind, await request())),
  ])
  return answers
}

/** One after the other, since each says which capacity it saw; everything else goes on meanwhile. */
async function changeCapacities({ base, capped, cookies }: MixedWorld, keep: (kind: string, answer: Answer) => void) {
  const page = `${base}/desk/${capped.slug}/setup/registration`
  const form = await formOf(page, 'name="capacity"', cookies)
  for (const [i, capacity] of CAPACITIES.entries()) {
    const shown = String(CAPACITIES[i - 1] ?? 130)
    keep('capacity', await send(page, changed(form, { shown, capacity: String(capacity) }), cookies))
  }
}

async function registrationOf({ base, names }: MixedWorld, event: TestEvent) {
  const address = `${base}/e/${event.slug}/register`
  const empty = await formOf(address, 'name="email"')
  return ({
    i,
    key = randomUUID(),
    ...ticket
  }: {
    email: string
    i: number
    key?: string
    invitation?: string | undefined
    code?: string
  }) =>
    send(
      address,
      changed(empty, {
        key,
        givenName: 'Mixed',
        familyName: `Person${i}`,
        institution: names[i % 5] ?? '',
        countryCode: 'KG',
        typeId: event.typeIds[i % 2] ?? '',
        privacy: '1',
        ...ticket,
      }),
    )
}

/** The forms of the desk, each fetched once where it stands and sent for everybody. */
async function deskActs({ base, capped, approving, early, pending, cookies }: MixedWorld) {
  const page = (event: TestEvent, id: string, query = '') => `${base}/desk/${event.slug}/attendees/${id}${query}`
  const record = (event: TestEvent, id: string, holding: string, query = '') =>
    formOf(page(event, id, query), holding, cookies)
  const [seated, queued, undecided] = [early[0] ?? '', early.at(-1) ?? '', pending[0] ?? '']
  const forms = {
    wait: [capped, await record(capped, seated, 'id="wait"')],
    cancel: [capped, await record(capped, seated, 'id="cancel"')],
    override: [capped, await record(capped, queued, 'id="override"', '?refused=full')],
    confirm: [capped, await record(capped, queued, '>Confirm, past the list<')],
    approve: [approving, await record(approving, undecided, '>Confirm<')],
    decline: [approving, await record(approving, undecided, 'id="decline"')],
  } as const
  return (act: keyof typeof forms, id: string, reason = '') => {
    const [event, form] = forms[act]
    return send(page(event, id), changed(form, { id, reason }), cookies)
  }
}

function changed(empty: FormData, fields: Record<string, string | undefined>): FormData {
  const form = new FormData()
  for (const [name, value] of empty) form.append(name, value)
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value)
  return form
}
