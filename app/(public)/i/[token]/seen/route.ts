import { ANONYMOUS } from '#lib/auth/actor'
import { markSeen } from '#lib/invitations/mutations/seen'
import { allow } from '#lib/limits'

/** The page of the invitation was opened by somebody (components/enhance/seen.ts), not by the scanner of a mailbox. Answers every link alike. */
export async function POST(request: Request, { params }: RouteContext<'/i/[token]/seen'>): Promise<Response> {
  const allowed = await allow('cancel-address', request.headers.get('x-serai-address') ?? '')
  if (!allowed.ok)
    return new Response(null, { status: 429, headers: { 'retry-after': String(allowed.retryAfterSeconds) } })
  await markSeen(ANONYMOUS, (await params).token)
  return new Response(null, { status: 204 })
}
