import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { messageTexts, reminders } from '#db/schema/mailings'
import { newId } from '#lib/ids'

/** Own wordings of letters, and when reminders go. */
export async function copyMessages(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  const texts = await tx.select().from(messageTexts).where(eq(messageTexts.eventId, from))
  if (texts.length > 0)
    await tx.insert(messageTexts).values(texts.map((row) => ({ ...row, eventId: to, updatedAt: now })))
  const rows = await tx.select({ daysBefore: reminders.daysBefore }).from(reminders).where(eq(reminders.eventId, from))
  if (rows.length > 0) await tx.insert(reminders).values(rows.map((row) => ({ ...row, id: newId(), eventId: to })))
}
