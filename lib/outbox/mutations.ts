import 'server-only'
import type { Tx } from '#db/client'
import type { MessageKind } from '#db/enums'
import { outbox } from '#db/schema/outbox'
import { newId } from '#lib/ids'

export type Message = { kind: MessageKind; attendeeId: string } | { kind: 'sign-in'; userId: string }

/** Puts a message into the outbox, inside the transaction that causes it: it is sent if and only if that commits. */
export async function enqueue(tx: Tx, message: Message, now: Date): Promise<void> {
  await tx.insert(outbox).values({
    id: newId(),
    kind: message.kind,
    attendeeId: 'attendeeId' in message ? message.attendeeId : null,
    userId: 'userId' in message ? message.userId : null,
    status: 'queued',
    createdAt: now,
    dueAt: now,
  })
}
