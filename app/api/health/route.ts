import { connection } from 'next/server'
import { isHealthy } from '#lib/workers/health'

/** Whether the server can read its database. For load balancers and monitors; tells nothing else. */
export async function GET(): Promise<Response> {
  await connection()
  const healthy = await isHealthy()
  return Response.json(
    { status: healthy ? 'ok' : 'failing' },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
