import 'server-only'
import type { Tx } from '#db/client'
import { countries } from '#db/schema/countries'
import { COUNTRY_CODES } from '#lib/countries/policy'

/** Makes sure that every country has its row. Repeatable; runs at each start, since the list grows with a release. */
export async function ensureCountries(tx: Tx): Promise<void> {
  await tx
    .insert(countries)
    .values(COUNTRY_CODES.map((code) => ({ code })))
    .onConflictDoNothing()
}
