import { ANONYMOUS } from '#lib/auth/actor'
import { currentActor } from '#lib/auth/session'
import { isCover } from '#lib/events/queries/cover'
import { COVER_WIDTHS, coverOf } from '#lib/files/cover'

/** The uploaded cover of an event, in a few widths (`?w=960`); a new one has a new address. That of a draft is for the desk alone. */
export async function GET(request: Request, { params }: RouteContext<'/e/[slug]/cover/[edition]'>): Promise<Response> {
  const { slug, edition } = await params
  const asked = Number(new URL(request.url).searchParams.get('w') ?? COVER_WIDTHS.at(-1))
  const width = COVER_WIDTHS.find((one) => one === asked)
  const isPublic = await isCover(ANONYMOUS, slug, edition)
  const open = width && (isPublic || (await isCover(await currentActor(), slug, edition)))
  const picture = open ? await coverOf(edition, width) : null
  if (!picture) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(picture), {
    headers: {
      'content-type': 'image/webp',
      'cache-control': `${isPublic ? 'public' : 'private'}, max-age=31536000, immutable`,
    },
  })
}
