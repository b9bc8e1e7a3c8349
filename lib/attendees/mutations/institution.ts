import 'server-only'
import type { Tx } from '#db/client'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { proposeInstitution } from '#lib/institutions/mutations/propose'
import { choosable, institutionsNamed } from '#lib/institutions/queries/find'

export type TypedInstitution = {
  institution: string
  institutionId: string
  unlisted: boolean
  institutionCity: string
  countryCode: string
}
export type InstitutionRefusal = { reason: 'invalid'; field: 'institution'; code: 'unknown' | 'ambiguous' }

/**
 * The institution a form means: the one chosen, the only one of that name, or a proposal. A name that exists is never proposed
 * again, so that "mine is not listed" is no way around a limit. A name of several is decided by the country, else asked.
 */
export async function resolveInstitution(
  tx: Tx,
  actor: Actor,
  typed: TypedInstitution,
  now: Date,
): Promise<Result<string, InstitutionRefusal>> {
  const chosen = typed.institutionId ? await choosable(tx, typed.institutionId) : null
  if (chosen) return done(chosen)
  const named = await institutionsNamed(tx, typed.institution)
  const here = named.filter((row) => row.countryCode === typed.countryCode)
  const only = here.length === 1 ? here[0] : named.length === 1 && !typed.unlisted ? named[0] : undefined
  if (only) return done(only.id)
  if (!typed.unlisted) return unclear(named.length > 1 ? 'ambiguous' : 'unknown')
  return done(
    await proposeInstitution(
      tx,
      actor,
      { name: typed.institution, city: typed.institutionCity, countryCode: typed.countryCode },
      now,
    ),
  )
}

const unclear = (code: InstitutionRefusal['code']) => refuse('invalid', { field: 'institution', code } as const)
