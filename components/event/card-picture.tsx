import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { Card, type CardProps, CLOTH, SANS, SERIF } from '#components/event/card'
import { CARD } from '#lib/events/policy/card'
import { coverTile } from '#lib/files/cover'

/** Of the drawing: a new one gets new addresses, since other sites keep a picture by its address. */
const EDITION = '1'
/** Pictures of about 100 kB; drawing one takes a tenth of a second. */
const KEPT = 60

// Bundling makes several copies of this module in one process; they must share what is drawn.
const shared = globalThis as { seraiCards?: Map<string, Promise<Buffer>> }

/** Names what a card shows, in a few letters. */
export const cardVersion = (card: CardProps): string =>
  createHash('sha256')
    .update(JSON.stringify([EDITION, card]))
    .digest('base64url')
    .slice(0, 16)

/** The card as an answer to a request, or that it is still the one that the asker has. */
export async function cardAnswer(request: Request, card: CardProps): Promise<Response> {
  const etag = `"${cardVersion(card)}"`
  const headers = { etag, 'cache-control': 'public, max-age=3600' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const picture = new Uint8Array(await cardPicture(card))
  return new Response(picture, { headers: { ...headers, 'content-type': 'image/png' } })
}

/** The card as a PNG, drawn once for each content; the latest used are kept. */
function cardPicture(card: CardProps): Promise<Buffer> {
  shared.seraiCards ??= new Map()
  const cards = shared.seraiCards
  const version = cardVersion(card)
  const picture = cards.get(version) ?? draw(card)
  cards.delete(version)
  cards.set(version, picture)
  picture.catch(() => cards.delete(version))
  for (const oldest of cards.keys()) if (cards.size > KEPT) cards.delete(oldest)
  return picture
}

async function draw(card: CardProps): Promise<Buffer> {
  const tile = card.coverId ? await coverTile(card.coverId, CLOTH) : null
  const cover = tile ? `data:image/jpeg;base64,${tile.toString('base64')}` : undefined
  const response = new ImageResponse(<Card {...card} cover={cover} />, { ...CARD, fonts: await fonts() })
  return Buffer.from(await response.arrayBuffer())
}

let loaded: ReturnType<typeof load> | undefined
function fonts() {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

/** Source Serif 4 and Source Sans 3, files of the Fontsource packages unchanged (OFL-1.1, beside them). */
function load() {
  return Promise.all(
    [...SERIF, ...SANS].map(async (name) => ({
      name,
      data: await readFile(path.join(process.cwd(), 'components/event/fonts', `${name}-normal.woff`)),
      weight: 400 as const,
      style: 'normal' as const,
    })),
  )
}
