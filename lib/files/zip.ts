import type { MediaType } from '#lib/files/kind'

const MOST_ENTRIES = 10_000
/** What an archive may claim to hold, unpacked. Office files are XML, which shrinks well, but not to nothing. */
const MOST_UNPACKED = 256 * 1024 * 1024

const OFFICE: readonly [member: string, type: MediaType][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

/** The office file that an archive is, by the members it names (APPNOTE 6.3); null for every other. Nothing is unpacked. */
export function zipKind(bytes: Buffer): MediaType | null {
  const members = directory(bytes)
  if (!members || members.some((name) => /vbaProject|^\/|\\|(^|\/)\.\.(\/|$)/i.test(name))) return null
  if (members[0] === 'mimetype') return isOpenText(bytes, members) ? 'application/vnd.oasis.opendocument.text' : null
  if (!members.includes('[Content_Types].xml')) return null
  return OFFICE.find(([member]) => members.includes(member))?.[1] ?? null
}

/** The names of an archive that begins with its first byte and ends with its last; null when it is none, or claims too much. */
function directory(bytes: Buffer): string[] | null {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004' || end < 0 || end + 22 > bytes.length) return null
  const [count, size, offset] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ]
  const comment = bytes.readUInt16LE(end + 20)
  if (offset + size !== end || end + 22 + comment !== bytes.length || count > MOST_ENTRIES) return null
  const names: string[] = []
  let unpacked = 0
  let at = offset
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.toString('latin1', at, at + 4) !== 'PK\u0001\u0002') return null
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    unpacked += bytes.readUInt32LE(at + 24)
    names.push(bytes.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0)))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return at === end && unpacked <= MOST_UNPACKED ? names : null
}

/** OpenDocument names its kind in the first member, stored as it is: readable at a fixed place. */
function isOpenText(bytes: Buffer, members: string[]): boolean {
  const from = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)
  const type = 'application/vnd.oasis.opendocument.text'
  const next = bytes.toString('latin1', from + type.length, from + type.length + 2)
  return bytes.toString('latin1', from, from + type.length) === type && next === 'PK' && members.includes('content.xml')
}
