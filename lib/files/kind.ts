import { zipKind } from '#lib/files/zip'

/** The kinds of files that are taken, each with the ending its name gets. */
export const KINDS = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const
export type MediaType = keyof typeof KINDS

/** Why a file is not taken. */
export type FileProblem = 'empty' | 'too-large' | 'kind' | 'unreadable'

export const isPicture = (type: MediaType): boolean => type.startsWith('image/')

/**
 * What a file is, told by its content: the name and the browser's word count for nothing. Every kind begins with its
 * mark at the very first byte, so that nothing passes that something else reads from the front (a page, a script, SVG).
 * Null for all that is not taken.
 */
export function kindOf(bytes: Buffer): MediaType | null {
  if (begins(bytes, 'ffd8ff')) return 'image/jpeg'
  if (begins(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'image/gif'
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (/^%PDF-[12]\.\d/.test(text(bytes, 0, 8))) return 'application/pdf'
  return zipKind(bytes)
}

/** A PDF says at its end where it ends; one that was cut off on the way does not. */
export const isWhole = (type: MediaType, bytes: Buffer): boolean =>
  type !== 'application/pdf' || bytes.subarray(-2048).includes('%%EOF')

const begins = (bytes: Buffer, hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
const text = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)
