import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { starterId } from '#lib/institutions/policy/starter'

/** Whether an edition of the starter registry was taken in, to its end. */
export async function wasLoaded(edition: string): Promise<boolean> {
  const rows = await db()
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, starterId(edition)))
    .limit(1)
  return rows.length > 0
}
