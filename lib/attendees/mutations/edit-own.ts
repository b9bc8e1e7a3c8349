import 'server-only'
import { type Tx, transaction } from '#db/client'
import { askNewAddress } from '#lib/attendees/mutations/new-address'
import { type OwnForm, type OwnRefusal, ownIn, type Written, writeOwn } from '#lib/attendees/mutations/own-data'
import { poolsOf } from '#lib/attendees/mutations/pools'
import { promoteWaiting } from '#lib/attendees/mutations/promote'
import { tellChanged } from '#lib/attendees/mutations/tell-changed'
import { optionProblems } from '#lib/attendees/policy/answers'
import { mayEdit } from '#lib/attendees/policy/stage'
import { type Limit, limitOf } from '#lib/attendees/queries/limit'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { holdsSeats, rulesOf } from '#lib/seats/mutations/claim'
import { moveSeats } from '#lib/seats/mutations/move'

export type LimitRefusal = { reason: 'limit'; limit: Limit }
type Refusal = { reason: 'not-found' | 'frozen' | 'not-possible' } | OwnRefusal | LimitRefusal

/**
 * Changes the participant's own data and answers until the freeze date. Seats follow what limits go by, all or none: a limit that leaves no room refuses the
 * whole. A new address is asked about by a letter to it, and counts once its owner has said yes. Answers the address that is to say so.
 */
export async function editOwn(
  actor: Actor,
  form: OwnForm,
  locale: string,
  now = new Date(),
): Promise<Result<{ changed: boolean; asked: string | null }, Refusal>> {
  return transaction(async (tx) => {
    const own = await ownIn(tx, actor)
    if (!own) return refuse('not-found')
    const may = mayEdit(own.attendee.status, own.event, now)
    if (may !== 'yes') return refuse(may)
    const written = await writeOwn(tx, actor, own, form, locale, now)
    if (!written.ok) return written
    const { person, changed, movesSeats } = written.value
    if (movesSeats) {
      if (await holdsSeats(tx, person.id)) {
        const claim = await moveSeats(tx, person.id, await poolsOf(tx, person), now)
        if (!claim.ok) return noRoom(tx, claim.poolId, written.value)
      }
      await promoteWaiting(tx, person.eventId, now)
    }
    if (changed) await tellChanged(tx, person.id, now)
    return done({ changed, asked: await askNewAddress(tx, actor, own.attendee, form.email, now) })
  })
}

/** Which limit leaves no room; of an option, where it was chosen. */
async function noRoom(tx: Tx, poolId: string, { reading, person }: Written) {
  const rules = (await rulesOf(tx, person.eventId)).filter((rule) => rule.poolId === poolId)
  const options = rules.filter(({ subject }) => subject === 'option').flatMap(({ subjectId }) => subjectId ?? [])
  if (options.length > 0) return refuse('answers', { problems: optionProblems(reading, options) })
  return refuse('limit', { limit: (await limitOf(poolId, tx)) ?? { subject: 'event' as const, capacity: 0 } })
}
