import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { db, engineName, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { releaseUnconfirmed } from '#lib/attendees/mutations/address'
import { answerAtDesk } from '#lib/attendees/mutations/answers'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { setCapacity } from '#lib/attendees/mutations/capacity'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import {
  confirmAttendee,
  confirmPastLimits,
  decideMany,
  declineAttendee,
  offerPlace,
  putOnWaitingList,
} from '#lib/attendees/mutations/decide'
import { addLimit, changeLimit, removeLimit } from '#lib/attendees/mutations/limits'
import { acceptOffer, expireOffers, rejoinWaiting } from '#lib/attendees/mutations/offers'
import { moveInQueue } from '#lib/attendees/mutations/queue'
import { register } from '#lib/attendees/mutations/register'
import type { Filled } from '#lib/attendees/mutations/registration'
import { correction } from '#lib/attendees/schema/person'
import { ANONYMOUS } from '#lib/auth/actor'
import { expireInvitations } from '#lib/invitations/mutations/expire'
import { filledForm, participantOf, WORDING } from '#tests/setup/factories'
import { GUEST_ACTS, type GuestAct, takeGuestStep } from '#tests/setup/seat-guests'
import { RULE_ACTS, type RuleAct, takeRuleStep } from '#tests/setup/seat-rules'
import { checkOrder, checkWorld, type Excuse, makeSeatWorld, queueOf, type World } from '#tests/setup/seat-world'

const small = fc.nat(7)
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('register' as const), a: small, b: small, c: small }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), a: small, b: small, c: small }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('come' as const), a: small, b: small, c: small }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('come-with-code' as const), a: small, b: small, c: small }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('limit' as const), a: small, b: small, c: small }) },
    ...(
      [
        'confirm',
        'override',
        'wait',
        'offer',
        'accept',
        'decline',
        'many',
        'rejoin',
        'later',
        'capacity',
        'change',
        'remove',
        'correct',
        'choose',
        'reorder',
        'mode',
        ...GUEST_ACTS,
        ...RULE_ACTS,
      ] as const
    ).map((act) => ({ weight: 1, arbitrary: fc.record({ do: fc.constant(act), a: small, b: small, c: small }) })),
  ),
  { minLength: 1, maxLength: 22 },
)
type Step = { do: string; a: number; b: number; c: number }
const EXCUSES: Record<string, Excuse> = { override: 'one', capacity: 'settled', change: 'settled' }
/** The acts after which free places go round once, to those who wait, in their order. */
const IN_ORDER = ['register', 'cancel', 'decline', 'capacity', 'change', 'limit', 'remove', 'withdraw', 'say-no']
const HOUR = 3_600_000
const RUNS = { sqlite: { short: 200, long: 4000 }, postgresql: { short: 12, long: 300 } }

/** What would seldom come about by itself: a code with people who wait, in a capacity of theirs or not. */
const PRELUDES: Step[][] = [
  [],
  [{ do: 'code', a: 3, b: 7, c: 1 }],
  [
    { do: 'code', a: 2, b: 7, c: 1 },
    { do: 'limit', a: 5, b: 0, c: 0 },
    { do: 'come-with-code', a: 0, b: 0, c: 0 },
    { do: 'correct', a: 0, b: 0, c: 0 },
    { do: 'limit', a: 0, b: 1, c: 2 },
    { do: 'register', a: 1, b: 1, c: 2 },
  ],
]

it('seats stay consistent, limits hold, and nobody who could have a place waits, whatever is done in what order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('automatic' as const, 'offers' as const, 'manual' as const),
      fc.constantFrom('none' as const, 'none' as const, 'free' as const, 'holds' as const),
      fc.constantFrom(...PRELUDES),
      steps,
      async (mode, approval, prelude, acts) => {
        const world = await makeSeatWorld(mode, approval)
        for (const act of [...prelude, ...acts]) {
          const before = await queueOf(world.event.id)
          const excused = await take(world, act)
          await checkWorld(world, excused ? (EXCUSES[act.do] ?? 'all') : 'none')
          // With a code one takes a place that is held; the other acts choose somebody.
          if (IN_ORDER.includes(act.do) && world.codes.length === 0) await checkOrder(world, before)
          // Those who still wait stand in the order they stood in.
          const after = await queueOf(world.event.id)
          const stayed = before.filter((id) => after.includes(id))
          if (!['reorder', 'wait', 'later'].includes(act.do))
            expect(after.filter((id) => stayed.includes(id))).toEqual(stayed)
        }
      },
    ),
    {
      numRuns: Number(process.env.PROPERTY_RUNS ?? 0) || RUNS[engineName()][process.env.SERAI_LONG ? 'long' : 'short'],
    },
  )
}, 900_000)

/** Does one thing. Answers whether it may leave a pool above its capacity. */
async function take(world: World, { do: act, a, b, c }: Step): Promise<boolean> {
  const { event, organizer, now } = world
  const who = world.people[a % Math.max(1, world.people.length)] ?? ''
  const own = participantOf(event, who)
  switch (act) {
    case 'register': {
      const result = await register(ANONYMOUS, event.slug, formFor(world, a, b, c), WORDING, now)
      if (result.ok) world.people.push(result.value.attendeeId)
      // An option without a place, or a type that is no longer offered.
      else expect(['answers', 'invalid']).toContain(result.reason)
      return false
    }
    case 'cancel':
      await cancelAttendee(a % 2 ? own : organizer, who, 'x', now)
      return false
    case 'confirm':
      await confirmAttendee(organizer, who, now)
      return false
    case 'override':
      await confirmPastLimits(organizer, who, 'a guest of the rector', now)
      return true
    case 'wait':
      await putOnWaitingList(organizer, who, 'x', now)
      return false
    case 'offer':
      await offerPlace(organizer, who, now)
      return false
    case 'accept':
      await acceptOffer(own, now)
      return false
    case 'decline':
      await declineAttendee(organizer, who, 'x', now)
      return false
    case 'many':
      await decideMany(organizer, world.people.slice(a % 3), b % 2 ? 'confirm' : 'decline', 'x', now)
      return false
    case 'rejoin':
      await rejoinWaiting(own, now)
      return false
    case 'later':
      world.now = new Date(now.getTime() + (a + 1) * 10 * HOUR)
      await expireOffers(world.now)
      await expireInvitations(world.now)
      await releaseUnconfirmed(world.now)
      return false
    case 'capacity':
      await setCapacity(organizer, event.id, a === 7 ? null : a, await capacityOf(event.id), now)
      return true
    case 'limit': {
      const subjects = [
        { subject: 'type' as const, subjectIds: [event.typeIds[b % 2] ?? ''] },
        { subject: 'type' as const, subjectIds: event.typeIds },
        { subject: 'institution' as const, subjectIds: [] },
        { subject: 'institution' as const, subjectIds: [world.institutions[b % 3] ?? ''] },
        { subject: 'country' as const, subjectIds: [] },
        { subject: 'country' as const, subjectIds: ['KG'] },
        { subject: 'option' as const, subjectIds: [world.workshop.options[b % 2] ?? ''] },
        { subject: 'option' as const, subjectIds: world.workshop.options },
      ]
      const result = await addLimit(
        organizer,
        event.id,
        { ...(subjects[a] ?? { subject: 'type', subjectIds: [] }), capacity: c % 4 },
        now,
      )
      if (result.ok) world.limits.push(result.value.limitId)
      return true
    }
    case 'change':
      await changeLimit(organizer, event.id, world.limits[a % Math.max(1, world.limits.length)] ?? '', b % 5, now)
      return true
    case 'remove': {
      const limitId = world.limits[a % Math.max(1, world.limits.length)] ?? ''
      await removeLimit(organizer, event.id, limitId, now)
      // An exception that goes puts its people back under the limit for each.
      return true
    }
    case 'correct': {
      const [row] = await db().select().from(attendees).where(eq(attendees.id, who))
      if (!row) return false
      const change = {
        typeId: event.typeIds[b % 2],
        institutionId: world.institutions[c % 3],
        countryCode: c % 2 ? 'UZ' : 'KG',
      }
      await correctAttendee(
        organizer,
        who,
        correction.parse({ ...row, institution: 'University', revision: String(row.revision), ...change }),
        now,
      )
      return false
    }
    case 'choose': {
      const choice = b % 3 < 2 ? [world.workshop.options[b % 3] ?? ''] : []
      const sent = { typed: new Map([[`q.${world.workshop.id}`, choice]]), draftHash: '' }
      if (who) await answerAtDesk(organizer, who, sent, 'en', now)
      return false
    }
    case 'reorder':
      await moveInQueue(organizer, who, b, 'x', now)
      return false
    case 'mode':
      await transaction(async (tx) => {
        await tx.update(events).set({ waitingMode: 'manual' }).where(eq(events.id, event.id))
      })
      return false
    default:
      if ((RULE_ACTS as readonly string[]).includes(act)) return takeRuleStep(world, act as RuleAct, { a, b, c })
      await takeGuestStep(world, act as GuestAct, { a, b, c }, formFor(world, a, b, c))
      return false
  }
}

function formFor({ event, institutions, workshop }: World, a: number, b: number, c: number): Filled {
  const choice = c % 3 < 2 ? (workshop.options[c % 3] ?? '') : ''
  const form = filledForm(event, {
    typeId: event.typeIds[a % 2],
    institutionId: institutions[b % 3],
    countryCode: b % 2 ? 'UZ' : 'KG',
  })
  return { ...form, sent: { typed: new Map(choice ? [[`q.${workshop.id}`, [choice]]] : []), draftHash: '' } }
}

async function capacityOf(eventId: string): Promise<number | null> {
  const { seatState } = await import('#tests/setup/factories')
  return (await seatState({ id: eventId })).capacity
}
