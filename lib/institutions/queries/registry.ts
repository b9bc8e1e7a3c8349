import 'server-only'
import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/client'
import type { InstitutionStatus } from '#db/enums'
import { institutionIdentifiers, institutionNames, institutionOverrides, institutions } from '#db/schema/institutions'
import { historyOf } from '#lib/audit/queries'
import type { Actor } from '#lib/auth/actor'
import { isStaff } from '#lib/auth/queries'
import { countryOptions } from '#lib/countries/policy'
import type { Locale } from '#lib/i18n/locales'
import { identifierUrl } from '#lib/institutions/policy/identifier'
import { likely, searched } from '#lib/institutions/queries/find'
import { institutionChoices } from '#lib/institutions/queries/labels'
import { PAGE_SIZE, type RegistryList } from '#lib/institutions/schema/list'

/** One page of the registry, with how many there are by status; by name, or the best first where something is searched. Null for those who are not staff. */
export async function registryPage(actor: Actor, list: RegistryList, locale: Locale) {
  if (!(await isStaff(db(), actor))) return null
  const byStatus = await countByStatus(list.country)
  const found = list.q ? await searched(list.q, list.status, list.country) : null
  const total = found ? found.length : (byStatus[list.status] ?? 0)
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(list.page, pages)
  const from = (page - 1) * PAGE_SIZE
  const ids = found ? found.slice(from, from + PAGE_SIZE) : await pageByName(list, from)
  return { rows: await institutionChoices(ids, locale, list.q), total, byStatus, page, pages }
}

async function pageByName({ status, country }: RegistryList, offset: number): Promise<string[]> {
  const rows = await db()
    .select({ id: institutions.id })
    .from(institutions)
    .where(
      and(
        eq(institutions.status, status),
        isNull(institutions.mergedIntoId),
        country ? eq(institutions.countryCode, country) : undefined,
      ),
    )
    .orderBy(asc(institutions.sortKey), asc(institutions.id))
    .limit(PAGE_SIZE)
    .offset(offset)
  return rows.map((row) => row.id)
}

/** All of a status less the merged ones: two reads within indexes, where one of both would go through the whole table. */
async function countByStatus(country: string | undefined): Promise<Partial<Record<InstitutionStatus, number>>> {
  const here = country ? eq(institutions.countryCode, country) : undefined
  const all = await db()
    .select({ status: institutions.status, n: count() })
    .from(institutions)
    .where(here)
    .groupBy(institutions.status)
  const merged = await db()
    .select({ status: institutions.status })
    .from(institutions)
    .where(and(gt(institutions.mergedIntoId, ''), here))
  return Object.fromEntries(
    all.map(({ status, n }) => [status, n - merged.filter((one) => one.status === status).length]),
  )
}

/** The countries that occur in the registry, by name, for its filter. */
export async function registryCountries(actor: Actor, locale: Locale): Promise<{ value: string; label: string }[]> {
  if (!(await isStaff(db(), actor))) return []
  const rows = await db().selectDistinct({ code: institutions.countryCode }).from(institutions)
  const codes = new Set(rows.map((row) => row.code))
  return countryOptions(locale).filter((country) => codes.has(country.value))
}

/** How many institutions wait for staff to confirm or merge them. */
export async function proposedCount(actor: Actor): Promise<number> {
  if (!(await isStaff(db(), actor))) return 0
  const [row] = await db()
    .select({ n: count() })
    .from(institutions)
    .where(and(eq(institutions.status, 'proposed'), isNull(institutions.mergedIntoId)))
  return row?.n ?? 0
}

export type RegistryRecord = NonNullable<Awaited<ReturnType<typeof registryRecord>>>

/** All that the registry knows of an institution, with the names and identifiers of those merged into it; null where there is none or the actor is not staff. */
export async function registryRecord(actor: Actor, id: string, locale: Locale) {
  if (!(await isStaff(db(), actor))) return null
  const [row] = await db()
    .select({
      id: institutions.id,
      mainName: institutions.name,
      city: institutions.city,
      countryCode: institutions.countryCode,
      status: institutions.status,
      source: institutions.source,
      mergedIntoId: institutions.mergedIntoId,
      createdAt: institutions.createdAt,
    })
    .from(institutions)
    .where(eq(institutions.id, id))
  if (!row) return null
  const family = await db().select({ id: institutions.id }).from(institutions).where(eq(institutions.mergedIntoId, id))
  const ids = [id, ...family.map((one) => one.id)]
  const [names, identifiers, overrides, history, [label]] = await Promise.all([
    namesOf(ids),
    identifiersOf(ids),
    db()
      .select({ field: institutionOverrides.field, value: institutionOverrides.value })
      .from(institutionOverrides)
      .where(eq(institutionOverrides.institutionId, id)),
    historyOf(id, { addresses: false }),
    institutionChoices([id], locale),
  ])
  return {
    ...row,
    name: label?.name ?? row.mainName,
    place: label?.place ?? '',
    names,
    identifiers,
    overrides,
    history,
  }
}

function namesOf(ids: string[]) {
  return db()
    .select({
      id: institutionNames.id,
      institutionId: institutionNames.institutionId,
      name: institutionNames.name,
      language: institutionNames.language,
      kind: institutionNames.kind,
      source: institutionNames.source,
    })
    .from(institutionNames)
    .where(inArray(institutionNames.institutionId, ids))
    .orderBy(asc(institutionNames.id))
}

async function identifiersOf(ids: string[]) {
  const rows = await db()
    .select({
      id: institutionIdentifiers.id,
      institutionId: institutionIdentifiers.institutionId,
      scheme: institutionIdentifiers.scheme,
      value: institutionIdentifiers.value,
      source: institutionIdentifiers.source,
    })
    .from(institutionIdentifiers)
    .where(inArray(institutionIdentifiers.institutionId, ids))
    .orderBy(asc(institutionIdentifiers.scheme), asc(institutionIdentifiers.value))
  return rows.map((row) => ({ ...row, url: identifierUrl(row.scheme, row.value) }))
}

/** Institutions of the registry that one may be: the likest names first, with how alike they are (0 to 1). For staff. */
export async function suggestionsFor(actor: Actor, id: string, locale: Locale) {
  if (!(await isStaff(db(), actor))) return []
  const alike = await likely(id)
  const choices = await institutionChoices(
    alike.map((one) => one.id),
    locale,
  )
  return choices.map(({ asked: _, ...choice }, i) => ({ ...choice, likeness: alike[i]?.likeness ?? 0 }))
}

/** The likest of the registry for each of these institutions, by their ids; none for those that are like no other. For staff. */
export async function bestSuggestions(actor: Actor, ids: readonly string[], locale: Locale) {
  const best = new Map<string, { id: string; likeness: number }>()
  for (const id of (await isStaff(db(), actor)) ? ids : []) {
    const [one] = await likely(id)
    if (one) best.set(id, one)
    // Others get their turn: a page of proposals is many searches.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const choices = await institutionChoices([...new Set([...best.values()].map((one) => one.id))], locale)
  const byId = new Map(choices.map(({ asked, ...choice }) => [asked, choice]))
  return new Map(
    [...best].flatMap(([id, one]) => {
      const choice = byId.get(one.id)
      return choice ? [[id, { ...choice, likeness: one.likeness }] as const] : []
    }),
  )
}
