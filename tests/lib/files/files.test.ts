import { existsSync, statSync, utimesSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '#db/client'
import { files } from '#db/schema/files'
import { adopt, dropFile } from '#lib/files/mutations/adopt'
import { type Draft, keepDraft } from '#lib/files/mutations/keep'
import { sweepFiles } from '#lib/files/mutations/sweep'
import { openBytes, writeBytes } from '#lib/files/store'
import { newId } from '#lib/ids'
import { folder } from '#tests/setup/environment'
import { makeEvent, NOW, registered, type TestEvent } from '#tests/setup/factories'
import { docx, makeFileQuestion, PDF, picture } from '#tests/setup/files'

let event: TestEvent
let questionId: string
beforeAll(async () => {
  event = await makeEvent()
  questionId = await makeFileQuestion(event.id)
})

const HASH = 'a'.repeat(64)
const keep = (change: Partial<Draft> = {}, now = NOW) =>
  keepDraft(
    { eventId: event.id, questionId, draftHash: HASH, name: 'cv.pdf', bytes: PDF, accept: 'file', ...change },
    now,
  )
async function kept(change: Partial<Draft> = {}, now = NOW) {
  const result = await keep(change, now)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
const fileAt = (id: string) => path.join(folder, 'files', id.slice(-2), id)
const rowOf = async (id: string) => (await db().select().from(files).where(eq(files.id, id)))[0]

describe('a draft', () => {
  test('is a row and its bytes, for the owner of the process alone', async () => {
    const file = await kept({ name: 'My CV.pdf' })
    expect(file).toMatchObject({ name: 'My CV.pdf', size: PDF.length, mediaType: 'application/pdf' })
    expect(await readFile(fileAt(file.id))).toEqual(PDF)
    expect(statSync(fileAt(file.id)).mode & 0o077).toBe(0)
    expect(await rowOf(file.id)).toMatchObject({ attendeeId: null, draftHash: HASH, questionId, purpose: 'answer' })
    const opened = await openBytes(file.id)
    expect(Buffer.from(await new Response(opened?.stream).arrayBuffer())).toEqual(PDF)
  })

  test('has the ending of what it is, whatever it was called', async () => {
    expect((await kept({ name: 'letter.pdf', bytes: docx() })).name).toBe('letter.docx')
    expect((await kept({ name: 'x.svg', bytes: await picture('png') })).name).toBe('x.svg.jpg')
  })

  test.each<[string, Partial<Draft>, string]>([
    ['nothing', { bytes: Buffer.alloc(0) }, 'empty'],
    ['too much', { bytes: Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]) }, 'too-large'],
    ['more than the question takes', { bytes: Buffer.alloc(1024 * 1024 + 1), maxMb: 1 }, 'too-large'],
    ['a page under the name of a PDF', { bytes: Buffer.from('<html>') }, 'kind'],
    ['SVG', { bytes: Buffer.from('<svg onload="alert(1)"/>'), name: 'a.png' }, 'kind'],
    ['a document where a picture is asked for', { accept: 'picture' }, 'kind'],
    ['half a PDF', { bytes: PDF.subarray(0, 20) }, 'unreadable'],
  ])('refuses %s', async (_, change, reason) => expect(await keep(change)).toEqual({ ok: false, reason }))

  test('refuses a picture that is only its beginning, and one that claims a wall of pixels', async () => {
    const whole = await picture('png')
    expect(await keep({ bytes: whole.subarray(0, 40) })).toEqual({ ok: false, reason: 'unreadable' })
    expect(await keep({ bytes: pngBomb(40_000, 40_000) })).toEqual({ ok: false, reason: 'unreadable' })
  })
})

describe('a picture is written anew', () => {
  test('without place, camera and what hangs behind it, and upright', async () => {
    const sent = await sharp(await picture('jpeg', { width: 80, height: 20 }))
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'secret-place' } } })
      .toBuffer()
    const file = await kept({ bytes: Buffer.concat([sent, docx()]), accept: 'picture' })
    const bytes = await readFile(fileAt(file.id))
    expect(bytes.includes('secret-place')).toBe(false)
    expect(bytes.includes('word/document.xml')).toBe(false)
    const { width, height, exif, orientation } = await sharp(bytes).metadata()
    expect({ width, height, exif, orientation }).toEqual({
      width: 20,
      height: 80,
      exif: undefined,
      orientation: undefined,
    })
  })

  test('not larger than anybody needs; see-through stays so', async () => {
    const large = await kept({ bytes: await picture('jpeg', { width: 4000, height: 100 }) })
    expect((await sharp(await readFile(fileAt(large.id))).metadata()).width).toBe(3000)
    const glass = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    expect((await kept({ bytes: glass })).mediaType).toBe('image/webp')
  })

  test('of every kind that is taken', async () => {
    for (const kind of ['png', 'webp', 'gif'] as const)
      expect(await keep({ bytes: await picture(kind), accept: 'picture' })).toMatchObject({ ok: true })
  })
})

describe('adopting', () => {
  const take = async (ids: string[], change: { hash?: string; eventId?: string; questionId?: string } = {}) => {
    const { attendeeId } = await registered(event)
    const all = await transaction((tx) =>
      adopt(tx, ids, change.hash ?? HASH, change.eventId ?? event.id, change.questionId ?? questionId, attendeeId),
    )
    return { all, attendeeId }
  }

  test('gives the draft to the attendee, once', async () => {
    const { id } = await kept()
    const { all, attendeeId } = await take([id, id])
    expect(all).toBe(true)
    expect(await rowOf(id)).toMatchObject({ attendeeId, draftHash: null })
    expect((await take([id])).all).toBe(false)
    expect(await rowOf(id)).toMatchObject({ attendeeId })
  })

  test('not for another form, event or question, and not what there is none of', async () => {
    const { id } = await kept()
    const other = await makeEvent()
    expect((await take([id], { hash: 'b'.repeat(64) })).all).toBe(false)
    expect((await take([id], { eventId: other.id })).all).toBe(false)
    expect((await take([id], { questionId: await makeFileQuestion(event.id) })).all).toBe(false)
    expect((await take([id, newId()])).all).toBe(false)
    expect((await take([newId()])).all).toBe(false)
    expect((await take([])).all).toBe(true)
  })
})

describe('sweeping', () => {
  const HOUR = 3_600_000
  const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
  const aged = (id: string, at: Date) => utimesSync(fileAt(id), at, at)
  const stored = (id: string) => existsSync(fileAt(id))

  test('takes drafts of a day ago, and leaves younger ones and those adopted', async () => {
    const [old, young, taken] = [await kept(), await kept({}, later(20)), await kept()]
    const { attendeeId } = await registered(event)
    await transaction((tx) => adopt(tx, [taken.id], HASH, event.id, questionId, attendeeId))
    for (const { id } of [old, young, taken]) aged(id, NOW)
    await sweepFiles(later(25))
    expect(await rowOf(old.id)).toBeUndefined()
    expect([stored(old.id), stored(young.id), stored(taken.id)]).toEqual([false, true, true])
  })

  test('takes bytes without a row after an hour, unfinished ones too', async () => {
    const [lost, fresh, dropped] = [newId(), newId(), await kept()]
    await writeBytes(lost, PDF)
    await writeBytes(fresh, PDF)
    await writeFile(`${fileAt(lost)}.part`, 'x')
    for (const file of [fileAt(lost), `${fileAt(lost)}.part`, fileAt(dropped.id)]) utimesSync(file, NOW, NOW)
    utimesSync(fileAt(fresh), later(1.5), later(1.5))
    await transaction((tx) => dropFile(tx, dropped.id))
    await sweepFiles(later(2))
    expect([stored(lost), existsSync(`${fileAt(lost)}.part`), stored(fresh), stored(dropped.id)]).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  test('leaves alone what is no file of ours', async () => {
    const { id } = await kept()
    const foreign = path.join(path.dirname(fileAt(id)), 'notes.txt')
    await writeFile(foreign, 'x')
    utimesSync(foreign, NOW, NOW)
    await sweepFiles(later(99))
    expect(statSync(foreign).isFile()).toBe(true)
  })
})

describe('the store', () => {
  test.each(['../../etc/passwd', '..', '', 'a/b', 'x'.repeat(36)])('knows no path but an id: %j', async (id) => {
    await expect(writeBytes(id, PDF)).rejects.toThrow('id alone')
    await expect(openBytes(id)).rejects.toThrow('id alone')
  })

  test('says so when there is nothing', async () => {
    expect(await openBytes(newId())).toBeNull()
  })
})

/** A PNG of a few bytes that claims `width` × `height` pixels. */
function pngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const packed = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
