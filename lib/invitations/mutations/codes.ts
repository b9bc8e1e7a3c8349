import 'server-only'
import type { Actor } from '#lib/auth/actor'
import { type Result, refuse } from '#lib/errors'

export type CodeTerms = { label: string; places: number; expiresAt: Date }
type NotFound = { reason: 'not-found' | 'not-possible' }
type Full = { reason: 'full'; free: number }

/** Gives an organization a code with a number of places, which are held for it. Refused where there are too few. For organizers, as all here. */
export async function makeCode(
  _actor: Actor,
  _eventId: string,
  _terms: CodeTerms & { typeId: string | null },
  _now = new Date(),
): Promise<Result<{ codeId: string }, NotFound | Full>> {
  return refuse('not-found')
}

/** Changes an open code. Fewer places than are used is refused; more are held at once, or refused where there are too few. */
export async function changeCode(
  _actor: Actor,
  _codeId: string,
  _terms: CodeTerms,
  _now = new Date(),
): Promise<Result<{ promoted: string[] }, NotFound | Full | { reason: 'below-used'; used: number }>> {
  return refuse('not-found')
}

/** Withdraws an open code: nobody more comes with it, and the places not yet used go to those who wait. */
export async function endCode(
  _actor: Actor,
  _codeId: string,
  _now = new Date(),
): Promise<Result<{ promoted: string[] }, NotFound>> {
  return refuse('not-found')
}

/** Gives an open code another spelling; the old one is good no more. */
export async function renewCode(
  _actor: Actor,
  _codeId: string,
  _now = new Date(),
): Promise<Result<undefined, NotFound>> {
  return refuse('not-found')
}
