import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { institution, newEmail, openEvent, registerOn, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const hall = () =>
  sharp({ create: { width: 2400, height: 1500, channels: 3, background: '#b9804a' } })
    .composite([{ input: Buffer.from(HALL), top: 0, left: 0 }])
    .png()
    .toBuffer()
/** A yurt under a mountain, so that a cover has something to be cut. */
const HALL = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1500"><rect width="2400" height="1500" fill="#9db8c9"/>
<path d="M0 900 700 250l450 420 380-300 870 640v490H0z" fill="#5f7684"/><path d="M0 1050h2400v450H0z" fill="#8a9a5b"/>
<path d="M850 1250V950q350-330 700 0v300z" fill="#f1e6d2"/><path d="M850 1010h700v70H850z" fill="#a33b2c"/></svg>`

test('an event wears its own cover and colour', async ({ page, newPerson }) => {
  const event = await openEvent()
  await signIn(page, { email: 'look@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/setup/look`)
  await checkA11y(page)

  // A page under the name of a picture is told by its content.
  const field = page.getByLabel('New cover picture')
  await field.setInputFiles({
    name: 'cover.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="alert(1)"/>'),
  })
  await page.getByRole('button', { name: 'Save the cover' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Please choose a JPEG')
  await field.setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: await hall() })
  await page.getByRole('button', { name: 'Save the cover' }).click()
  await expect(page.getByRole('button', { name: 'Remove the picture' })).toBeVisible()

  // A colour that cannot be read as it is shows what becomes of it.
  const colour = page.getByLabel('Accent colour')
  await colour.fill('orange')
  await page.getByRole('button', { name: 'Save the colour' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Please write a colour')
  await expect(colour).toHaveValue('orange')
  await colour.fill('#ffd400')
  await expect(page.locator('.accent-sample code').first()).toHaveText('#806900')
  await colour.fill('#7a1f2b')
  await page.getByRole('button', { name: 'Save the colour' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(colour).toHaveValue('#7a1f2b')
  await checkA11y(page)

  // Everybody sees both, also on the form; the picture comes in the width that a phone needs.
  const reader = await newPerson({ viewport: { width: 390, height: 844 } })
  await reader.goto(`/e/${event.slug}`)
  const cover = reader.locator('.cover-picture img')
  await expect.poll(() => cover.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  expect(await cover.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\?w=480$/)
  await expect(cover).toHaveAttribute('alt', '')
  const answer = await reader.request.get((await cover.getAttribute('src')) ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  await expect(reader.getByRole('link', { name: 'Register' }).first()).toHaveCSS('background-color', 'rgb(122, 31, 43)')
  await checkA11y(reader)
  await reader.goto(`/e/${event.slug}/register`)
  await expect(reader.getByRole('button', { name: 'Reserve my place' })).toHaveCSS(
    'background-color',
    'rgb(122, 31, 43)',
  )
  const card = await reader.request.get(`/e/${event.slug}/card/en`)
  expect((await sharp(await card.body()).metadata()).width).toBe(1200)
  await reader.goto('/')
  await expect(reader.locator('.event-line').filter({ hasText: event.title }).locator('img')).toHaveCount(1)

  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(page.getByText('a cloth drawn for it')).toBeVisible()
  expect((await reader.request.get(answer.url())).status()).toBe(404)
})

test('a cover is sent without a script too', async ({ page, newPerson }) => {
  const event = await openEvent()
  await signIn(page, { email: 'plain@desk.test', role: 'organizer', event })
  const plain = await newPerson({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  await plain.goto(`/desk/${event.slug}/setup/look`)
  await plain
    .getByLabel('New cover picture')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await hall() })
  await plain.getByRole('button', { name: 'Save the cover' }).click()
  await expect(plain.getByRole('button', { name: 'Remove the picture' })).toBeVisible()
  await plain.getByLabel('Accent colour').fill('no colour')
  await plain.getByRole('button', { name: 'Save the colour' }).click()
  await expect(plain.getByLabel('Accent colour')).toHaveValue('no colour')
  await expect(plain.getByText('Please write a colour')).toHaveCount(2)
})

test('who agrees is named to everybody, and no longer when the consent is withdrawn', async ({ page, newPerson }) => {
  const event = await openEvent({ listVisibility: 'public' })
  await institution('List Academy')
  const typed = { email: newEmail('listed'), given: 'Ainura', family: 'Listed', institution: 'List Academy' }
  const own = await registerOn(page, event, typed)
  await expect(page.getByText('You are not named in the list')).toBeVisible()
  await page.getByRole('button', { name: 'Agree' }).click()
  await expect(page.getByText('You agreed to be named')).toBeVisible()
  await checkA11y(page)
  await page.getByRole('link', { name: 'See who is coming' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ainura Listed' })).toContainText('List Academy')
  await checkA11y(page)

  const reader = await newPerson()
  await reader.goto(`/e/${event.slug}`)
  await reader.getByRole('link', { name: 'See the list of participants' }).click()
  await expect(reader.getByRole('heading', { name: 'Who is coming' })).toBeVisible()
  await expect(reader.getByRole('listitem').filter({ hasText: 'Ainura Listed' })).toBeVisible()
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await checkA11y(reader)

  await page.goto(own)
  await page.getByRole('button', { name: 'Withdraw my consent' }).click()
  await expect(page.getByText('You are not named in the list')).toBeVisible()
  await reader.reload()
  await expect(reader.getByText('Ainura Listed')).toHaveCount(0)
})

test('an event goes into a calendar', async ({ page }) => {
  const event = await openEvent()
  await page.goto(`/e/${event.slug}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'add to calendar' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`${event.slug}.ics`)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toContain(`UID:${event.id}\r\n`)
  expect(text).toMatch(/DTSTART;VALUE=DATE:\d{8}\r\n/)
  const feed = await page.request.get('/calendar.ics?lang=ru')
  expect(feed.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect((await feed.text()).replaceAll('\r\n ', '')).toContain(`SUMMARY:Конференция ${event.slug}`)
  expect((await page.request.get('/e/no-such-event/event.ics')).status()).toBe(404)
})
