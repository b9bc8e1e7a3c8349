import { openFile } from '#lib/attendees/mutations/open-file'
import { currentActor } from '#lib/auth/session'
import { fileAnswer } from '#lib/files/answer'

/** A file that somebody sent, for the desk. Each opening is written down, so one that nobody asked for must not happen. */
export async function GET(request: Request, { params }: RouteContext<'/api/files/[id]'>): Promise<Response> {
  if (request.headers.get('sec-purpose')?.includes('prefetch') || request.headers.get('purpose') === 'prefetch')
    return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } })
  const opened = await openFile(await currentActor(), (await params).id)
  return fileAnswer(opened.ok ? opened.value : null)
}

/** Next would answer HEAD by GET, and an opening would be written down that nobody had. */
export const HEAD = () => new Response(null, { status: 405 })
