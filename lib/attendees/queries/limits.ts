import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { db } from '#db/client'
import type { PoolSubject } from '#db/enums'
import { poolRules, seatPools } from '#db/schema/seats'
import type { Actor } from '#lib/auth/actor'
import { within } from '#lib/auth/queries'
import { countryName, countryOptions } from '#lib/countries/policy'
import { typesOf } from '#lib/events/queries/event'
import { CHOOSES, questionsOf } from '#lib/forms/policy/question'
import { formOf } from '#lib/forms/queries/form'
import type { Locale } from '#lib/i18n/locales'
import { institutionLabels } from '#lib/institutions/queries/labels'

type Where = { id: string; defaultLocale: string }

export type Limit = {
  limitId: string
  subject: Exclude<PoolSubject, 'event' | 'code'>
  /** Whom it is for, in the reader's language; none is each by itself. */
  names: string[]
  capacity: number
  /** Of one for each: of the fullest. */
  taken: number
  /** Of one for each: those that are past it, the furthest first. */
  over: { name: string; capacity: number; taken: number }[]
}

/** The limits of an event beside its own places, those of types first. For organizers. */
export async function limitsOf(actor: Actor, event: Where, locale: Locale): Promise<Limit[]> {
  const mine = within(actor, 'decide', poolRules.eventId)
  const [rules, pools] = await Promise.all([
    db()
      .select({
        id: poolRules.id,
        poolId: poolRules.poolId,
        subject: poolRules.subject,
        subjectId: poolRules.subjectId,
        eachCapacity: poolRules.eachCapacity,
      })
      .from(poolRules)
      .where(and(eq(poolRules.eventId, event.id), mine))
      .orderBy(asc(poolRules.id)),
    db()
      .select({ id: seatPools.id, key: seatPools.key, capacity: seatPools.capacity, taken: seatPools.taken })
      .from(seatPools)
      .where(and(eq(seatPools.eventId, event.id), within(actor, 'decide', seatPools.eventId))),
  ])
  const own = rules.filter((rule) => rule.subject !== 'event' && rule.subject !== 'code')
  const past = own.flatMap((rule) => (rule.poolId === null ? pastOf(rule, pools) : []))
  const name = await namesOf(event, [...own, ...past], locale)
  const limits = [...Map.groupBy(own, (rule) => rule.poolId ?? rule.id)].map(([limitId, all]): Limit => {
    const [rule] = all
    const each = rule?.poolId === null
    const counted = pools.filter((pool) => (each ? pool.key.startsWith(`${limitId}:`) : pool.id === limitId))
    return {
      limitId,
      subject: rule?.subject as Limit['subject'],
      names: each ? [] : all.map((one) => name(one.subject, one.subjectId ?? '')),
      capacity: (each ? rule?.eachCapacity : counted[0]?.capacity) ?? 0,
      taken: Math.max(0, ...counted.map((pool) => pool.taken)),
      over: past
        .filter((one) => one.ruleId === limitId)
        .map(({ subject, subjectId, capacity, taken }) => ({ name: name(subject, subjectId), capacity, taken }))
        .sort((a, b) => b.taken - b.capacity - (a.taken - a.capacity) || a.name.localeCompare(b.name, locale)),
    }
  })
  return limits.sort((a, b) => ORDER.indexOf(a.subject) - ORDER.indexOf(b.subject))
}

type Pool = { key: string; capacity: number | null; taken: number }

/** Of the pools of a rule for each, those that are past their capacity, and whose they are. */
function pastOf({ id: ruleId, subject }: { id: string; subject: PoolSubject }, pools: readonly Pool[]) {
  return pools.flatMap(({ key, capacity, taken }) =>
    key.startsWith(`${ruleId}:`) && capacity !== null && taken > capacity
      ? [{ ruleId, subject, subjectId: key.slice(ruleId.length + 1), capacity, taken }]
      : [],
  )
}

const ORDER: PoolSubject[] = ['type', 'option', 'institution', 'country']

/** What a limit may be for, beside institutions, which are named: values as `lib/attendees/schema/limits` reads them, in the reader's language. */
export async function limitChoices(event: Where, locale: Locale) {
  const [types, options] = await Promise.all([typesOf(event.id, locale, event.defaultLocale), optionsOf(event, locale)])
  return {
    types: types.map((type) => ({ value: type.id, label: type.name })),
    options: options.map((option) => ({ value: `option:${option.id}`, label: option.label })),
    countries: countryOptions(locale).map((country) => ({ value: `country:${country.value}`, label: country.label })),
  }
}

async function optionsOf(event: Where, locale: Locale) {
  const form = await formOf(event, locale)
  return questionsOf(form)
    .filter((question) => CHOOSES.includes(question.kind))
    .flatMap((question) =>
      question.options.map((option) => ({ id: option.id, label: `${question.label.text}: ${option.label.text}` })),
    )
}

type Named = { subject: PoolSubject; subjectId: string | null }

export async function namesOf(event: Where, rules: readonly Named[], locale: Locale) {
  const ids = rules.filter((rule) => rule.subject === 'institution').flatMap((rule) => rule.subjectId ?? [])
  const [types, options, institutions] = await Promise.all([
    typesOf(event.id, locale, event.defaultLocale),
    optionsOf(event, locale),
    institutionLabels(ids, locale),
  ])
  return (subject: PoolSubject, id: string): string => {
    switch (subject) {
      case 'type':
        return types.find((type) => type.id === id)?.name ?? ''
      case 'option':
        return options.find((option) => option.id === id)?.label ?? ''
      case 'institution':
        return institutions.get(id)?.name ?? ''
      case 'country':
        return countryName(id, locale)
      case 'event':
      case 'code':
        return ''
    }
  }
}
