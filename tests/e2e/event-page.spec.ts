import { institution, openEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const HOSTILE = '</script><script>window.ran = true</script><!--'
const OUTLINE = `### Wednesday, 23 April
- 09:00 Registration and tea · Foyer
- 10:00–10:30 **Opening** · Main hall

### Thursday, 24 April
- 09:30 Public health

Buses leave at six.`

async function fullEvent() {
  const [hostId, partner] = [await institution('Academy of the Host'), await institution('Partner University')]
  const text = { lead: 'Two days.', about: '- Mobility', outline: OUTLINE, practical: '### Languages\nEnglish.' }
  return openEvent({
    hostId,
    partnerIds: [partner],
    funder: 'eu-co-funded',
    programme: 'Erasmus+',
    projectNumber: '101000000',
    texts: {
      en: { title: 'Europe and Central Asia', city: 'Bishkek', venue: 'Main hall', ...text },
      ru: { title: 'Европа и Центральная Азия', city: 'Бишкек', venue: 'Главный зал', ...text },
    },
  })
}

test('the page of an event: programme, organizers, funder, in both looks', async ({ page, baseURL }) => {
  const event = await fullEvent()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) elsewhere.push(request.url())
  })
  await page.goto(`/e/${event.slug}`)
  const days = page.locator('#programme').getByRole('list')
  await expect(days).toHaveCount(2)
  await expect(days.first().getByRole('listitem')).toHaveText([
    /^09:00Registration and teaFoyer$/,
    /^10:00–10:30Opening/,
  ])
  await expect(page.locator('#programme time').nth(2)).toHaveAttribute('datetime', '10:30')
  await expect(page.locator('#programme')).toContainText('Buses leave at six.')
  await expect(page.locator('.organizers').getByRole('heading')).toHaveText([
    'Academy of the Host',
    'Partner University',
  ])
  await expect(page.getByRole('img', { name: 'Emblem of the European Union' })).toHaveCount(1)
  await expect(page.getByText('Co-funded by the European Union')).toBeVisible()
  await expect(page.getByText('project 101000000')).toBeVisible()
  await checkA11y(page)
  expect(elsewhere).toEqual([])
})

test('the address is passed on without anybody else learning of it', async ({ page, context, baseURL }) => {
  const event = await fullEvent()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/e/${event.slug}`)
  const address = `${baseURL}/e/${event.slug}?lang=en`
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  for (const name of ['Telegram', 'WhatsApp']) {
    const link = page.getByRole('link', { name })
    await expect(link).toHaveAttribute('rel', 'noreferrer')
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(address)
  }
})

test('texts of an organizer are never markup, neither for people nor for machines', async ({ page }) => {
  const text = {
    title: HOSTILE,
    lead: HOSTILE,
    venue: HOSTILE,
    city: HOSTILE,
    outline: `### ${HOSTILE}\n- 09:00 ${HOSTILE}`,
  }
  const event = await openEvent({ hostId: await institution(HOSTILE), texts: { en: text } })
  await page.goto(`/e/${event.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE)
  const data = page.locator('script[type="application/ld+json"]')
  await expect(data).toHaveCount(1)
  const told = JSON.parse((await data.textContent()) ?? '')
  expect(told).toMatchObject({ '@type': 'Event', name: HOSTILE, description: HOSTILE, location: { name: HOSTILE } })
  expect(told.organizer[0].name).toBe(HOSTILE)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', HOSTILE)
})

test('search engines are told what is true', async ({ page, baseURL }) => {
  const event = await fullEvent()
  await page.goto(`/e/${event.slug}`)
  const url = `${baseURL}/e/${event.slug}`
  const told = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(told).toMatchObject({
    name: 'Europe and Central Asia',
    url,
    eventStatus: 'https://schema.org/EventScheduled',
    location: { name: 'Main hall', address: { addressLocality: 'Bishkek', addressCountry: 'KG' } },
    remainingAttendeeCapacity: 50,
    offers: { availability: 'https://schema.org/InStock', url: `${url}/register` },
  })
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', url)
  const languages = page.locator('link[rel=alternate][hreflang]')
  expect(
    await languages.evaluateAll((all) => all.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])),
  ).toEqual([
    ['en', `${url}?lang=en`],
    ['ru', `${url}?lang=ru`],
    ['x-default', url],
  ])
  await expect(page.locator('meta[name=robots]')).toHaveCount(0)
})

test('the picture beside a link is drawn in each language, and sent once', async ({ page, request }) => {
  const event = await fullEvent()
  await page.goto(`/e/${event.slug}`)
  const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toBe('image/png')
  expect(answer.headers()['cache-control']).toBe('public, max-age=3600')
  const png = await answer.body()
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  const etag = answer.headers().etag ?? ''
  expect((await request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  const russian = await request.get(`/e/${event.slug}/card/ru`)
  expect(russian.headers().etag).not.toBe(etag)
  for (const path of [`/e/${event.slug}/card/xx`, '/e/no-such-event/card/en', '/card/xx'])
    expect((await request.get(path)).status(), path).toBe(404)
  expect((await request.get('/card/en')).headers()['content-type']).toBe('image/png')
})

test('crawlers find the events, and neither the desk nor examples', async ({ page, request, baseURL }) => {
  const event = await openEvent()
  const example = await openEvent({ isExample: true })
  const sitemap = await request.get('/sitemap.xml')
  expect(sitemap.headers()['content-type']).toContain('application/xml')
  const xml = await sitemap.text()
  expect(xml).toContain(`<loc>${baseURL}/e/${event.slug}</loc>`)
  expect(xml).not.toContain(example.slug)
  const robots = await (await request.get('/robots.txt')).text()
  for (const line of ['Disallow: /desk', 'Disallow: /r/', 'Disallow: /api/', `Sitemap: ${baseURL}/sitemap.xml`])
    expect(robots.split('\n')).toContain(line)
  await page.goto(`/e/${example.slug}`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
})

test('the list of events', async ({ page }) => {
  const event = await openEvent()
  await page.goto('/')
  await expect(page.getByRole('link', { name: event.title })).toBeVisible()
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/card\/en\?v=/)
  await checkA11y(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('everything is there but the button that copies', async ({ page }) => {
    const event = await fullEvent()
    await page.goto(`/e/${event.slug}`)
    await expect(page.locator('#programme')).toContainText('Registration and tea')
    await expect(page.getByText(`/e/${event.slug}?lang=en`)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Copy the link' })).toHaveCount(0)
  })
})

test('an address can ask for a language, and a choice made there counts', async ({ page, baseURL }) => {
  const event = await fullEvent()
  await page.goto(`/e/${event.slug}?lang=ru`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Европа и Центральная Азия')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}/e/${event.slug}?lang=ru`)
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/card\/ru\?v=/)
  await checkA11y(page)
  await page.getByRole('button', { name: 'EN, English' }).click()
  await expect(page).toHaveURL(`/e/${event.slug}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
