import 'server-only'
import { eq } from 'drizzle-orm'
import { type Tx, transaction } from '#db/client'
import { attendeeTypes, attendeeTypeTexts } from '#db/schema/events'
import { difference } from '#lib/audit/mutations'
import type { Actor } from '#lib/auth/actor'
import { done, type Result, refuse } from '#lib/errors'
import { edited } from '#lib/events/mutations/edited'
import { moved, type Step } from '#lib/events/policy/order'
import { stampOf } from '#lib/events/policy/stamp'
import { type SetupType, setupTypes } from '#lib/events/queries/setup'
import { textName } from '#lib/events/schema/edit/texts'
import type { TypeNames } from '#lib/events/schema/edit/types'
import { LOCALES } from '#lib/i18n/locales'
import { newId } from '#lib/ids'

type NotFound = { reason: 'not-found' }

/** Adds an attendee type at the end of those offered. For organizers, as all here. */
export async function addType(
  actor: Actor,
  eventId: string,
  names: TypeNames,
  now = new Date(),
): Promise<Result<{ id: string }, NotFound>> {
  return transaction(async (tx) => {
    const types = await setupTypes(actor, eventId, tx)
    if (!types) return refuse('not-found')
    const id = newId()
    await tx.insert(attendeeTypes).values({ id, eventId, position: types.length + 1 })
    await writeNames(tx, id, names)
    const offered = types.filter((type) => !type.archived).map((type) => type.id)
    await setOrder(tx, [...offered, id, ...types.filter((type) => type.archived).map((type) => type.id)])
    await edited(tx, actor, eventId, { before: {}, after: { typeId: id, ...named(names) } }, now)
    return done({ id })
  })
}

/** Calls a type otherwise. `shown` stands for the names the form showed. */
export async function renameType(
  actor: Actor,
  eventId: string,
  typeId: string,
  names: TypeNames,
  shown: string,
  now = new Date(),
): Promise<Result<{ changed: boolean }, NotFound | { reason: 'changed-meanwhile' }>> {
  return transaction(async (tx) => {
    const type = (await setupTypes(actor, eventId, tx))?.find((one) => one.id === typeId)
    if (!type) return refuse('not-found')
    if (stampOf(type.names) !== shown) return refuse('changed-meanwhile')
    const { before, after } = difference(named(type.names), named(names))
    const changed = Object.keys(after).length > 0
    if (!changed) return done({ changed })
    await writeNames(tx, typeId, names)
    await edited(tx, actor, eventId, { before, after: { ...after, typeId } }, now)
    return done({ changed })
  })
}

/** Moves a type one place up or down among those offered. */
export async function moveType(
  actor: Actor,
  eventId: string,
  typeId: string,
  step: Step,
  now = new Date(),
): Promise<Result<undefined, NotFound>> {
  return transaction(async (tx) => {
    const types = await setupTypes(actor, eventId, tx)
    const offered = types?.filter((type) => !type.archived).map((type) => type.id)
    if (!types || !offered?.includes(typeId)) return refuse('not-found')
    const order = moved(offered, typeId, step)
    await setOrder(tx, [...order, ...types.filter((type) => type.archived).map((type) => type.id)])
    await edited(tx, actor, eventId, { before: { typeOrder: offered }, after: { typeOrder: order } }, now)
    return done()
  })
}

/** Offers a type no longer, or again. Whoever came in this capacity keeps it; the last one stays. */
export async function archiveType(
  actor: Actor,
  eventId: string,
  typeId: string,
  archive: boolean,
  now = new Date(),
): Promise<Result<undefined, NotFound | { reason: 'last' }>> {
  return transaction(async (tx) => {
    const types = await setupTypes(actor, eventId, tx)
    const type = types?.find((one) => one.id === typeId)
    if (!types || !type) return refuse('not-found')
    if (type.archived === archive) return done()
    const rest = types.filter((one) => one !== type && !one.archived)
    if (archive && rest.length === 0) return refuse('last')
    await tx
      .update(attendeeTypes)
      .set({ archivedAt: archive ? now : null })
      .where(eq(attendeeTypes.id, typeId))
    const gone = types.filter((one) => one !== type && one.archived)
    await setOrder(
      tx,
      [...rest, type, ...gone].map((one: SetupType) => one.id),
    )
    const change = { before: { typeArchived: !archive }, after: { typeArchived: archive, typeId } }
    await edited(tx, actor, eventId, change, now)
    return done()
  })
}

async function writeNames(tx: Tx, typeId: string, names: TypeNames): Promise<void> {
  await tx.delete(attendeeTypeTexts).where(eq(attendeeTypeTexts.typeId, typeId))
  const written = LOCALES.filter((locale) => names[locale])
  await tx.insert(attendeeTypeTexts).values(written.map((locale) => ({ typeId, locale, name: names[locale] })))
}

async function setOrder(tx: Tx, ids: string[]): Promise<void> {
  for (const [i, id] of ids.entries())
    await tx
      .update(attendeeTypes)
      .set({ position: i + 1 })
      .where(eq(attendeeTypes.id, id))
}

const named = (names: TypeNames): Record<string, string> =>
  Object.fromEntries(LOCALES.map((locale) => [textName('name', locale), names[locale]]))
