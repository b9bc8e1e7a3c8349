import { KINDS, type MediaType } from '#lib/files/kind'

const LONGEST = 120
const ENDING = /\.(pdf|jpe?g|png|webp|gif|hei[cf]|docx?|xlsx?|pptx?|odt)$/i

/**
 * The name of a sent file as it is kept and shown: without a path, without signs that hide or reverse what is read, not
 * too long, and with the ending of what the file is.
 */
export function cleanName(given: string, type: MediaType): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = base
    // Controls, bidirectional and zero-width signs, lone surrogates, private and unassigned ones.
    .replace(/\p{C}/gu, '')
    .replace(/[<>:"|?*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(ENDING, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = `.${KINDS[type]}`
  const short = Array.from(visible)
    .slice(0, LONGEST - ending.length)
    .join('')
    .trimEnd()
  return `${short || 'file'}${ending}`
}

/** `Content-Disposition` that saves a file under its name (RFC 6266, RFC 8187); old programs get an ASCII likeness. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
