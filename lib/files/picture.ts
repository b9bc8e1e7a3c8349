import 'server-only'
import { done, type Result, refuse } from '#lib/errors'
import type { MediaType } from '#lib/files/kind'

/** More pixels than any camera of a phone takes; a bomb claims more. */
const MOST_PIXELS = 80_000_000
const LONGEST_EDGE = 3000
const COVER_WIDTH = 2000

export type Picture = { bytes: Buffer; mediaType: MediaType }
type Written = Promise<Result<Picture, { reason: 'unreadable' }>>

/** A sent picture written anew: upright, not too large, and with nothing beside its pixels, so no place and no second content. */
export const rewritePicture = (bytes: Buffer): Written =>
  oneByOne(bytes, async (picture) => {
    const upright = picture
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
    const { hasAlpha } = await picture.metadata()
    return !hasAlpha || (await picture.clone().stats()).isOpaque
      ? { bytes: await upright.jpeg({ quality: 86, mozjpeg: true }).toBuffer(), mediaType: 'image/jpeg' }
      : { bytes: await upright.webp({ quality: 88 }).toBuffer(), mediaType: 'image/webp' }
  })

/** A picture as the cover of an event: as wide as a screen needs. */
export const rewriteCover = (bytes: Buffer): Written =>
  oneByOne(bytes, async (picture) => ({
    bytes: await picture
      .autoOrient()
      .resize({ width: COVER_WIDTH, height: COVER_WIDTH, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer(),
    mediaType: 'image/webp',
  }))

/** A picture of ours made narrower: as WebP, or cut to a frame as JPEG. */
export async function narrowPicture(bytes: Buffer, to: { width: number; height?: number }): Promise<Buffer> {
  const sharp = await careful()
  const { width, height } = to
  if (height) return sharp(bytes).resize({ width, height, fit: 'cover' }).jpeg({ quality: 82 }).toBuffer()
  return sharp(bytes).resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer()
}

type Sharp = import('sharp').Sharp
let last: Promise<unknown> = Promise.resolve()

/** A picture unpacked takes a hundred times its size in memory: one at a time. */
function oneByOne(bytes: Buffer, work: (picture: Sharp) => Promise<Picture>): Written {
  const next = last.then(async () => {
    const sharp = await careful()
    try {
      return done(await work(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })))
    } catch {
      return refuse('unreadable')
    }
  })
  last = next
  return next
}

/** The library may read the four kinds that are taken, whatever it thinks the bytes are, and the drawings of which `next/og` makes cards. */
async function careful() {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Svg'].map((kind) => `VipsForeignLoad${kind}`),
  })
  return sharp
}
