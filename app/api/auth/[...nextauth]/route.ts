import type { NextRequest } from 'next/server'
import { handlers } from '#lib/auth/next-auth'

export const { POST } = handlers

/** A sign-in link counts only when its own page sends it: no other site can sign a reader in as somebody else. */
export async function GET(request: NextRequest): Promise<Response> {
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
  if (request.nextUrl.pathname.includes('/callback/') && site !== 'same-origin')
    return new Response(null, { status: 303, headers: { location: '/sign-in' } })
  return handlers.GET(request)
}
