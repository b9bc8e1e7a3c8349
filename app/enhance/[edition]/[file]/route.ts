import { ENHANCE_EDITION, enhancement } from '#lib/server/enhance'

/** A script of the pages that stand without the framework's; its address changes with its text. */
export async function GET(_: Request, { params }: RouteContext<'/enhance/[edition]/[file]'>): Promise<Response> {
  const { edition, file } = await params
  const script = edition === ENHANCE_EDITION ? enhancement(file) : undefined
  if (script === undefined) return new Response(null, { status: 404 })
  return new Response(script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
