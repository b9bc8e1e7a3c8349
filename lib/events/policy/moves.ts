import type { EVENT_STATUSES } from '#db/enums'

export type EventStatus = (typeof EVENT_STATUSES)[number]

/** How an event goes from one status to another. What was archived comes back as a draft, so that nothing is public by surprise. */
export const MOVES = {
  publish: { from: ['draft'], status: 'published' },
  unpublish: { from: ['published'], status: 'draft' },
  archive: { from: ['draft', 'published'], status: 'archived' },
  restore: { from: ['archived'], status: 'draft' },
} as const satisfies Record<string, { from: readonly EventStatus[]; status: EventStatus }>

export type Move = keyof typeof MOVES

export const mayMove = (status: EventStatus, move: Move): boolean =>
  (MOVES[move].from as readonly EventStatus[]).includes(status)
