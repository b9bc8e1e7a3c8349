import { redirect } from 'next/navigation'
import { ANONYMOUS } from '#lib/auth/actor'
import { allow } from '#lib/limits'
import { refuseMail } from '#lib/messages/mutations/refusal'

type Context = { params: Promise<{ token: string }> }

/** What mail programs post to when somebody presses their own "unsubscribe" (RFC 8058): that alone, no question asked. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const allowed = await allow('refusal-address', request.headers.get('x-serai-address') ?? '')
  if (!allowed.ok)
    return new Response(null, { status: 429, headers: { 'retry-after': `${allowed.retryAfterSeconds}` } })
  const result = await refuseMail(ANONYMOUS, (await params).token)
  return new Response(null, { status: result.ok ? 204 : 404, headers: { 'cache-control': 'no-store' } })
}

/** Programs that know no such press open the address: reading changes nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  redirect(`/unsubscribe/${encodeURIComponent((await params).token)}`)
}
