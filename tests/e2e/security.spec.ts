import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeEvent } from '#tests/setup/factories'
import { expect, test } from './support/test'

const openEvent = () => ({
  slug: `security-${randomUUID()}`,
  opensAt: new Date('2026-01-01T00:00:00Z'),
  closesAt: new Date('2126-01-01T00:00:00Z'),
})

test('every page runs under a strict policy, and every answer is protected', async ({ page, request }) => {
  const event = await makeEvent(openEvent())
  const nonces = []
  for (const path of ['/', `/e/${event.slug}`, `/e/${event.slug}/register`, '/sign-in']) {
    const answer = await page.goto(path)
    const policy = (await answer?.headerValue('content-security-policy')) ?? ''
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1])
    expect(policy).toContain("'strict-dynamic'")
    expect(policy).not.toContain('unsafe-eval')
    // A browser hides nonces from scripts that read attributes, but not from those that read the property.
    const scripts = await page
      .locator('script')
      .evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).nonce))
    expect(scripts.length).toBeGreaterThan(0)
    expect(new Set(scripts)).toEqual(new Set([nonces.at(-1)]))
  }
  expect(new Set(nonces).size).toBe(4)
  for (const path of ['/icon.svg', '/api/health', '/no-such-page', '/r/no-such-link']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test.describe('script in injected markup', () => {
  test.use({ expectedErrors: [/violates the following Content Security Policy directive/] })

  test('does not run', async ({ page }) => {
    await page.goto('/')
    const ran = await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">')
      await new Promise((resolve) => setTimeout(resolve, 500))
      return 'ran' in window
    })
    expect(ran).toBe(false)
  })
})

test('what the browser may keep', async ({ request }) => {
  const event = await makeEvent(openEvent())
  const caching = async (path: string) => (await request.get(path)).headers()['cache-control']
  expect(await caching(`/e/${event.slug}/register`)).toBe('private, no-cache')
  for (const path of ['/r/no-such-link', '/sign-in', '/desk', '/api/health'])
    expect(await caching(path)).toContain('no-store')
})

test.describe('another site', () => {
  // The page that the other site leads to is our refusal.
  test.use({ expectedErrors: [/status of 403/] })

  test('can neither post here nor learn from where its reader came', async ({ page, baseURL }) => {
    const event = await makeEvent(openEvent())
    let referrer: string | undefined = 'not asked'
    const elsewhere = createServer((request, response) => {
      if (request.url === '/') referrer = request.headers.referer
      response.setHeader('Content-Type', 'text/html')
      response.end(
        `<form method="post" action="${baseURL}/e/${event.slug}/register"><button>Win a prize</button></form>`,
      )
    }).listen(0)
    // Another host as a browser sees it, though it is this machine.
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    await page.goto(`/e/${event.slug}`)
    await Promise.all([page.waitForURL(url), page.evaluate((to) => window.location.assign(to), url)])
    expect(referrer).toBeUndefined()
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Win a prize' }).click()
    expect((await answered).status()).toBe(403)
    await expect(page.getByRole('heading')).toHaveText('403 Forbidden')
    elsewhere.close()
  })
})

test('links never follow the Host header', async ({ request }) => {
  const text = await (
    await request.get('/sign-in', { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })
  ).text()
  expect(text).not.toContain('evil.example')
  const answer = await request.post('/sign-in', { headers: { host: 'evil.example', origin: 'http://evil.example' } })
  expect(answer.status()).toBe(403)
})
