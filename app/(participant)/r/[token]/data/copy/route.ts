import { downloadOwn } from '#lib/attendees/mutations/download'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { allow } from '#lib/limits'

/** Everything held about a participant as one file. By a press, not by a link: taking it is written down. */
export async function POST(request: Request, { params }: RouteContext<'/r/[token]/data/copy'>): Promise<Response> {
  const nothing = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })
  const allowed = await allow('consent-address', request.headers.get('x-serai-address') ?? '')
  if (!allowed.ok) return nothing(429)
  const copy = await downloadOwn(await participant((await params).token), await readerLocale())
  if (!copy.ok) return nothing(404)
  const name = `serai-${copy.value.registration.code.replace(' ', '')}-${copy.value.madeAt.toISOString().slice(0, 10)}.json`
  return new Response(`${JSON.stringify(copy.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
