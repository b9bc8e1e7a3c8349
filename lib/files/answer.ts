import 'server-only'
import { attachment } from '#lib/files/name'
import { openBytes } from '#lib/files/store'

/**
 * A sent file as an answer that only ever saves it: it came from a stranger, so no browser shows it on this site, guesses
 * what it is, or keeps it.
 */
export async function fileAnswer(file: { id: string; name: string; mediaType: string } | null): Promise<Response> {
  const bytes = file && (await openBytes(file.id))
  if (!bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(bytes.stream, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(bytes.size),
      'content-disposition': attachment(file.name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
