import { readdirSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cardAnswer } from '#components/event/card-picture'
import { CARD, cardText, cardTitle, cardTitleSize } from '#lib/events/policy/card'

const FONTS = 'components/event/fonts'
const REGION = 'ӨөҮүҢңҚқҒғҰұӘәҺһІіҶҷҲҳӢӣӮӯЎўЁёʻʼŽžŇňÝýŞşÖöÜüÇçŁłȘșȚțŐő«»„“”–—…№€'
const request = (headers: Record<string, string> = {}) => new Request('https://events.test/card', { headers })

afterEach(() => vi.unstubAllGlobals())

describe('the picture beside a link', () => {
  test('is a PNG of the usual size, drawn without the network, the same for the same content', async () => {
    const asked: string[] = []
    // The program that lays the text out is a data: address of its own.
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (url: string) => {
      if (url.startsWith('data:')) return fetch(url)
      asked.push(url)
      return Promise.reject(new Error('the network was asked'))
    })
    const card = {
      seed: 'a',
      title: `${REGION} 学会 😀 ☃ \u{10FFFF}`,
      above: '<b>',
      when: '23–24 April',
      where: 'Oʻsh',
    }
    const answer = await cardAnswer(request(), card)
    const png = Buffer.from(await answer.arrayBuffer())
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([CARD.width, CARD.height])
    expect(asked).toEqual([])
    const again = await cardAnswer(request(), { ...card })
    expect(Buffer.from(await again.arrayBuffer()).equals(png)).toBe(true)
  })

  test('is not sent again to who has it, and is another one when the content changes', async () => {
    const card = { seed: 'a', title: 'One' }
    const etag = (await cardAnswer(request(), card)).headers.get('etag') ?? ''
    expect((await cardAnswer(request({ 'if-none-match': etag }), card)).status).toBe(304)
    expect((await cardAnswer(request({ 'if-none-match': etag }), { ...card, title: 'Two' })).status).toBe(200)
  })
})

describe('letters', () => {
  const drawable = ['source-serif-4', 'source-sans-3'].map(
    (name) =>
      new Set(
        readdirSync(FONTS)
          .filter((file) => file.startsWith(name) && file.endsWith('.woff'))
          .flatMap((file) => lettersIn(readFileSync(`${FONTS}/${file}`))),
      ),
  )

  test('of the whole region are drawn', () => expect(cardText(REGION)).toBe(REGION))

  test('that pass are all in both fonts', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => code).filter((code) => code < 0xd800)
    const passing = all.filter(
      (code) => cardText(`a${String.fromCodePoint(code)}a`) === `a${String.fromCodePoint(code)}a`,
    )
    expect(passing.length).toBeGreaterThan(400)
    for (const font of drawable)
      expect(passing.filter((code) => !font.has(code)).map((code) => code.toString(16))).toEqual([])
  })

  test('that the fonts lack lose their marks, or go', () => {
    expect(cardText('Viện\n đại học 学会')).toBe('Vien đai hoc')
    expect(cardText('non\u2011breaking')).toBe('non-breaking')
  })
})

test('a title is as large as it has room, and a very long one ends after a word', () => {
  expect(cardTitleSize('Short')).toBeGreaterThan(cardTitleSize('x'.repeat(120)))
  const long = cardTitle('Университет и общество '.repeat(20))
  expect(long).toMatch(/ (Университет|и|общество)…$/)
  expect(long.length).toBeLessThanOrEqual(166)
})

/** The code points in a WOFF file: its `cmap` table, format 4 (OpenType specification). */
function lettersIn(file: Buffer): number[] {
  const entries = Array.from({ length: file.readUInt16BE(12) }, (_, i) => file.subarray(44 + 20 * i, 64 + 20 * i))
  const entry = entries.find((each) => each.toString('latin1', 0, 4) === 'cmap')
  if (!entry) throw new Error('The font has no cmap.')
  const [offset, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
  const raw = file.subarray(offset, offset + packed)
  const table = packed === length ? raw : inflateSync(raw)
  const subtables = Array.from({ length: table.readUInt16BE(2) }, (_, i) =>
    table.subarray(table.readUInt32BE(8 + 8 * i)),
  )
  const format4 = subtables.find((each) => each.readUInt16BE(0) === 4)
  if (!format4) throw new Error('The font has no table of format 4.')
  const count = format4.readUInt16BE(6) / 2
  return Array.from({ length: count }, (_, i) => {
    const [end, start] = [format4.readUInt16BE(14 + 2 * i), format4.readUInt16BE(16 + 2 * (count + i))]
    return Array.from({ length: end - start + 1 }, (_, j) => start + j)
  }).flat()
}
