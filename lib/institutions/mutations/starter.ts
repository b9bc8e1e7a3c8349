import 'server-only'
import { transaction } from '#db/client'
import type { RegistrySource } from '#db/enums'
import { record } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { mayAdminister } from '#lib/auth/queries'
import { done, type Result, refuse } from '#lib/errors'
import { type Addition, addInstitutions } from '#lib/institutions/mutations/add'
import { extendInstitution } from '#lib/institutions/mutations/extend'
import { allNames } from '#lib/institutions/policy/name'
import { starterId } from '#lib/institutions/policy/starter'
import { institutionBy } from '#lib/institutions/queries/find'
import { sameInstitution } from '#lib/institutions/queries/same'
import type { Entry } from '#lib/institutions/schema/entry'

/** Adds entries of the starter registry, in one transaction; an institution that is there is given the names it lacks. Answers how many are new. */
export async function addStarter(
  actor: Actor,
  entries: readonly Entry[],
  source: RegistrySource & ('curated' | 'domains'),
  now = new Date(),
): Promise<Result<number, { reason: 'forbidden' }>> {
  return transaction(async (tx) => {
    if (!(await mayAdminister(tx, actor))) return refuse('forbidden')
    const additions: Addition[] = []
    for (const entry of entries) {
      let id: string | null = null
      for (const { scheme, value } of entry.identifiers) id ??= await institutionBy(tx, scheme, value)
      id ??= await sameInstitution(tx, entry, { evenWithRor: true })
      if (id) {
        const names = allNames(entry, source === 'curated' ? 'en' : null)
        await extendInstitution(tx, id, { names, identifiers: entry.identifiers }, source)
      } else {
        additions.push({ entry, source })
      }
    }
    await addInstitutions(tx, additions, now)
    const added = additions.length
    return done(added)
  })
}

/** Writes down that an edition of the starter registry was taken in to its end, with how many institutions were new. */
export async function noteStarter(actor: Actor, edition: string, added: number, now = new Date()): Promise<void> {
  await transaction((tx) =>
    record(tx, actor, { verb: 'institution.import', subjectId: starterId(edition), after: { edition, added } }, now),
  )
}
