import { ornament } from '#lib/ornament/draw'
import { ORNAMENT_EDITION, ORNAMENT_SHAPES, type OrnamentShape } from '#lib/ornament/path'

/** One cloth as an SVG file, the same for everybody and for ever. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/ornament/[edition]/[shape]/[seed]'>,
): Promise<Response> {
  const { edition, shape, seed } = await params
  if (edition !== ORNAMENT_EDITION || !Object.hasOwn(ORNAMENT_SHAPES, shape) || seed.length > 80)
    return new Response(null, { status: 404 })
  return new Response(ornament({ seed, ...ORNAMENT_SHAPES[shape as OrnamentShape] }), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
