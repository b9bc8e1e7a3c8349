import { currentActor } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { allow } from '#lib/limits'
import { joinTeam } from '#lib/team/mutations/join'
import { teamLetter } from '#lib/team/queries/letter'

/** The button of an invitation to a team. A plain form posts here: what it may lead to is used by being fetched, and a router fetches ahead. */
export async function POST(request: Request, { params }: RouteContext<'/team/[token]/join'>): Promise<Response> {
  const { token } = await params
  const page = `/team/${encodeURIComponent(token)}`
  const letter = await teamLetter(token, new Date())
  const address = request.headers.get('x-serai-address') ?? ''
  for (const [kind, key] of [
    ['sign-in-address', address],
    ['sign-in-email', letter?.email],
  ] as const) {
    const allowed = key === undefined || (await allow(kind, key))
    if (allowed !== true && !allowed.ok) return to(`${page}?wait=${Math.ceil(allowed.retryAfterSeconds / 60)}`)
  }
  const joined = await joinTeam(await currentActor(), token, await readerLocale())
  if (!joined.ok) return to(page)
  const { value } = joined
  if (value.way === 'letter') return to('/sign-in?sent=1')
  const desk = `/desk/${value.slug}`
  return to(
    value.way === 'desk'
      ? desk
      : `/api/auth/callback/email?${new URLSearchParams({ token: value.token, callbackUrl: desk })}`,
  )
}

const to = (location: string) => new Response(null, { status: 303, headers: { location } })
