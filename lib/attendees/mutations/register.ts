import 'server-only'
import { transaction } from '#db/client'
import {
  type Admission,
  type Filled,
  type OpenEvent,
  type Registered,
  type RegisterRefusal,
  registerIn,
  type Wording,
} from '#lib/attendees/mutations/registration'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { registrationState } from '#lib/events/policy'

type Closed = { reason: 'not-yet' | 'closed' }

/** Registers somebody for a published event while registration is open; `registerIn` tells how. Open to everybody. */
export async function register(
  actor: Actor,
  slug: string,
  form: Filled,
  wording: Wording,
  now = new Date(),
): Promise<Result<Registered, RegisterRefusal | Closed>> {
  return transaction((tx) => registerIn(tx, actor, slug, form, wording, async (event) => whileOpen(event, now), now))
}

function whileOpen(event: OpenEvent, now: Date): Result<Admission, Closed> {
  const state = registrationState(event, now)
  return state === 'open' ? done(LIKE_EVERYBODY) : refuse(state)
}

const LIKE_EVERYBODY: Admission = { invited: false, typeId: null, codeId: null, held: null, provenKey: null }
