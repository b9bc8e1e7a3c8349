import { connection } from 'next/server'
import { env } from '#lib/env'

/** Where crawlers have nothing to look for: the desk, private links, the API, and forms that only take them in circles. */
const CLOSED = ['/desk', '/r/', '/i/', '/team/', '/api/', '/sign-in', '/link', '/language']

export async function GET(): Promise<Response> {
  await connection()
  const rules = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)]
  const text = [...rules, '', `Sitemap: ${env().url}/sitemap.xml`, ''].join('\n')
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
