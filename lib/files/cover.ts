import 'server-only'
import { narrowPicture } from '#lib/files/picture'
import { readBytes } from '#lib/files/store'

/** Widths in px that a page may ask for; the last is the cover as it is stored. */
export const COVER_WIDTHS = [480, 960, 2000] as const
/** Pictures of some 100 kB. */
const KEPT = 40

// Bundling makes several copies of this module in one process; they must share what is made.
const shared = globalThis as { seraiCovers?: Map<string, Promise<Buffer | null>> }

/** A stored cover, no wider than a page needs it; made once for each width, the latest used are kept. */
export function coverOf(id: string, width: number): Promise<Buffer | null> {
  shared.seraiCovers ??= new Map()
  const covers = shared.seraiCovers
  const key = `${id} ${width}`
  const picture = covers.get(key) ?? make(id, width)
  covers.delete(key)
  covers.set(key, picture)
  picture.catch(() => covers.delete(key))
  for (const oldest of covers.keys()) if (covers.size > KEPT) covers.delete(oldest)
  return picture
}

async function make(id: string, width: number): Promise<Buffer | null> {
  const bytes = await readBytes(id)
  if (!bytes || width === COVER_WIDTHS.at(-1)) return bytes
  return narrowPicture(bytes, { width })
}

/** A stored cover cut to a frame, for pictures that are drawn: JPEG, which every program reads. */
export async function coverTile(id: string, frame: { width: number; height: number }): Promise<Buffer | null> {
  const bytes = await readBytes(id)
  return bytes && narrowPicture(bytes, frame)
}
