/** Who is acting. Only lib/auth makes one; every mutation and every non-public query takes it first. */
export type Actor =
  | { readonly kind: 'anonymous' }
  /** Somebody who holds the private link of an attendee's record. */
  | { readonly kind: 'participant'; readonly attendeeId: string; readonly eventId: string }
  /** Somebody signed in. What the person may do is read from the database by each query and mutation. */
  | { readonly kind: 'user'; readonly userId: string }
  /** The program itself: the command line, the workers. */
  | { readonly kind: 'system'; readonly name: string }

export const ANONYMOUS: Actor = { kind: 'anonymous' }

/** @param name what acts, e.g. `command-line`; it stands in the audit */
export const system = (name: string): Actor => ({ kind: 'system', name })

/** How the audit names an actor. */
export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'anonymous':
      return null
    case 'participant':
      return actor.attendeeId
    case 'user':
      return actor.userId
    case 'system':
      return actor.name
  }
}
