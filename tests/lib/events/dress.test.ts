import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { events } from '#db/schema/events'
import { files } from '#db/schema/files'
import { ANONYMOUS } from '#lib/auth/actor'
import { type Dress, dressEvent } from '#lib/events/mutations/dress'
import { isCover } from '#lib/events/queries/cover'
import { publicEvent } from '#lib/events/queries/event'
import { coverOf, coverTile } from '#lib/files/cover'
import { newId } from '#lib/ids'
import { makeEvent, makeUser, NOW, participantOf, registered, SYSTEM, type TestEvent } from '#tests/setup/factories'
import { PDF, picture } from '#tests/setup/files'

let event: TestEvent
beforeEach(async () => {
  event = await makeEvent()
})

const dress = (change: Partial<Dress>, actor = SYSTEM) => dressEvent(actor, event.id, change, NOW)
const cover = async (width = 3000) => ({ name: 'Hall.png', bytes: await picture('png', { width, height: 500 }) })
const rowOf = async () => (await db().select().from(events).where(eq(events.id, event.id)))[0]
const edits = () =>
  db()
    .select({ before: auditEntries.before, after: auditEntries.after })
    .from(auditEntries)
    .where(and(eq(auditEntries.verb, 'event.edit'), eq(auditEntries.eventId, event.id)))
    .orderBy(auditEntries.id)
const NOT_FOUND = { ok: false, reason: 'not-found' }

describe('dressing an event', () => {
  test('keeps a cover, not wider than a screen, and an accent; both are in the audit', async () => {
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    expect(await dress({ accent: '#7A1F2B', cover: await cover() }, organizer)).toEqual({
      ok: true,
      value: { changed: true },
    })
    const shown = await publicEvent(event.slug, 'en')
    expect(shown).toMatchObject({ accent: '#7a1f2b', coverId: expect.any(String) })
    const stored = await coverOf(shown?.coverId ?? '', 2000)
    expect(await sharp(stored ?? undefined).metadata()).toMatchObject({ format: 'webp', width: 2000 })
    const [file] = await db()
      .select()
      .from(files)
      .where(eq(files.id, shown?.coverId ?? ''))
    expect(file).toMatchObject({ purpose: 'cover', eventId: event.id, name: 'Hall.webp', attendeeId: null })
    expect(await edits()).toEqual([
      { before: { accent: '', coverId: null }, after: { accent: '#7a1f2b', coverId: shown?.coverId } },
    ])
  })

  test('replaces the cover and lets the old one go; what is not told stays', async () => {
    await dress({ cover: await cover() })
    const first = (await rowOf())?.coverId ?? ''
    await dress({ accent: '#123456' })
    expect((await rowOf())?.coverId).toBe(first)
    await dress({ cover: await cover() })
    expect((await rowOf())?.accent).toBe('#123456')
    const second = (await rowOf())?.coverId ?? ''
    expect(second).not.toBe(first)
    expect(await db().$count(files, eq(files.id, first))).toBe(0)
    expect(await isCover(ANONYMOUS, event.slug, first)).toBe(false)
  })

  test('goes back to the drawn cover and to our colour', async () => {
    await dress({ accent: '#123456', cover: await cover() })
    await dress({ accent: '', cover: null })
    expect(await rowOf()).toMatchObject({ coverId: null, accent: '' })
    expect(await db().$count(files, eq(files.eventId, event.id))).toBe(0)
  })

  test('that changes nothing is not written down, and no change stands in the way of the texts', async () => {
    const before = await rowOf()
    await dress({ accent: '#123456' })
    expect(await dress({ accent: '123456' })).toEqual({ ok: true, value: { changed: false } })
    expect(await edits()).toHaveLength(1)
    expect((await rowOf())?.revision).toBe(before?.revision)
  })

  test.each<[string, Partial<Dress>, string]>([
    ['a word for a colour', { accent: 'red' }, 'accent'],
    ['a colour with something behind it', { accent: '#123456;background:url(//x)' }, 'accent'],
    ['an empty file', { cover: { name: 'a.png', bytes: Buffer.alloc(0) } }, 'empty'],
    ['too much', { cover: { name: 'a.png', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) } }, 'too-large'],
    ['a document', { cover: { name: 'a.png', bytes: PDF } }, 'kind'],
    ['SVG', { cover: { name: 'a.png', bytes: Buffer.from('<svg onload="alert(1)"/>') } }, 'kind'],
    ['a broken picture', { cover: { name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a00', 'hex') } }, 'unreadable'],
  ])('refuses %s and leaves all as it was', async (_, change, reason) => {
    await dress({ accent: '#123456' })
    expect(await dress({ accent: '#654321', ...change })).toEqual({ ok: false, reason })
    expect(await rowOf()).toMatchObject({ accent: '#123456', coverId: null })
  })

  test('is refused to staff, another event’s organizer, participants and strangers', async () => {
    const other = await makeEvent()
    const { attendeeId } = await registered(event)
    const actors = [
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      await makeUser([{ slug: other.slug, role: 'organizer' }]),
      participantOf(event, attendeeId),
      ANONYMOUS,
    ]
    const sent = await cover(600)
    for (const actor of actors)
      expect(await dressEvent(actor, event.id, { accent: '#123456', cover: sent })).toEqual(NOT_FOUND)
    expect(await rowOf()).toMatchObject({ accent: '', coverId: null })
    expect(await db().$count(files, eq(files.eventId, event.id))).toBe(0)
  })
})

describe('a cover', () => {
  test('is public with its event, and for the desk while that is a draft', async () => {
    await dress({ cover: await cover(600) })
    const id = (await rowOf())?.coverId ?? ''
    expect(await isCover(ANONYMOUS, event.slug, id)).toBe(true)
    expect(await isCover(ANONYMOUS, (await makeEvent()).slug, id)).toBe(false)
    await transaction((tx) => tx.update(events).set({ status: 'draft' }).where(eq(events.id, event.id)))
    expect(await isCover(ANONYMOUS, event.slug, id)).toBe(false)
    expect(await isCover(await makeUser([{ slug: event.slug, role: 'staff' }]), event.slug, id)).toBe(true)
    expect(await isCover(await makeUser(), event.slug, id)).toBe(false)
  })

  test('is made narrower for phones and cut for cards', async () => {
    await dress({ cover: await cover() })
    const id = (await rowOf())?.coverId ?? ''
    expect(await sharp((await coverOf(id, 480)) ?? undefined).metadata()).toMatchObject({ width: 480, height: 80 })
    const tile = await sharp((await coverTile(id, { width: 42, height: 63 })) ?? undefined).metadata()
    expect(tile).toMatchObject({ format: 'jpeg', width: 42, height: 63 })
    expect(await coverOf(newId(), 480)).toBeNull()
  })
})
