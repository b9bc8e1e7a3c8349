import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { institutionMerges } from '#db/schema/merges'
import { mergeInstitutions, undoMerge } from '#lib/attendees/mutations/merge'
import { editWaitingRules } from '#lib/attendees/mutations/waiting-rules'
import { archiveType } from '#lib/events/mutations/types'
import { stampOf } from '#lib/events/policy/stamp'
import { setupWaiting } from '#lib/events/queries/setup'
import type { World } from '#tests/setup/seat-world'

/** What is changed around the people in the property test: their institutions, the event's types and its rules. */
export const RULE_ACTS = ['merge', 'part', 'archive', 'rules', 'confirming'] as const
export type RuleAct = (typeof RULE_ACTS)[number]

const MODES = ['automatic', 'offers', 'manual'] as const

/** Answers whether it may leave a pool above its capacity: people keep their places when institutions become one, or two again. */
export async function takeRuleStep(
  world: World,
  act: RuleAct,
  { a, b, c }: { a: number; b: number; c: number },
): Promise<boolean> {
  const { event, organizer, institutions, now } = world
  switch (act) {
    case 'merge': {
      const [fromId = '', intoId = ''] = [institutions[a % 3], institutions[b % 3]]
      if (fromId !== intoId) await mergeInstitutions(organizer, { fromId, intoId }, now)
      return true
    }
    case 'part': {
      const [last] = await db()
        .select({ id: institutionMerges.id })
        .from(institutionMerges)
        .where(and(inArray(institutionMerges.fromId, institutions), isNull(institutionMerges.undoneAt)))
        .orderBy(desc(institutionMerges.id))
        .limit(1)
      if (last) await undoMerge(organizer, last.id, now)
      return true
    }
    case 'archive':
      await archiveType(organizer, event.id, event.typeIds[a % 2] ?? '', b % 2 === 0, now)
      return false
    case 'rules': {
      const shown = await setupWaiting(organizer, event.id)
      const rules = { waitingMode: MODES[a % 3] ?? 'manual', offerHours: 24 + b, pendingHolds: c % 2 === 0 }
      await editWaitingRules(organizer, event.id, rules, stampOf(shown ?? {}), now)
      return false
    }
    case 'confirming':
      await transaction(async (tx) => {
        await tx
          .update(events)
          .set({ confirmHours: a % 2 ? 24 : null })
          .where(eq(events.id, event.id))
      })
      return false
  }
}
