import type { WaitingMode } from '#db/enums'
import { CLOCK } from '#lib/attendees/policy'
import type { LimitState } from '#lib/rosters/policy/turns'

/** Why somebody waits. */
export type Why =
  | { kind: 'held'; by: string; reason: string }
  | { kind: 'lapsed' }
  | { kind: 'full'; limits: LimitState[] }
  | { kind: 'ended' | 'by-hand' | 'free' }

type Held = { heldById: string | null; heldReason: string | null }

/** @param limits those that stand in the way now */
export function whyOf(
  { heldById, heldReason }: Held,
  limits: readonly LimitState[],
  { mode, ended, holder = '' }: { mode: WaitingMode; ended: boolean; holder?: string },
): Why {
  if (heldById === CLOCK) return { kind: 'lapsed' }
  if (heldById !== null) return { kind: 'held', by: holder, reason: heldReason ?? '' }
  if (limits.length > 0) return { kind: 'full', limits: [...limits] }
  if (ended) return { kind: 'ended' }
  return { kind: mode === 'manual' ? 'by-hand' : 'free' }
}
