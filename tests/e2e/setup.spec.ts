import { institution, newEmail, openEvent, registerOn, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('an event is made, published, taken back and copied at the desk', async ({ page, newPerson }) => {
  await signIn(page, { email: 'maker@desk.test', role: 'admin' })
  await page.getByRole('link', { name: 'New event' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New event')
  await checkA11y(page)

  // A refusal keeps what was typed, and leads to the fields.
  await page.getByLabel('Title').fill('Water for Central Asia')
  await page.getByLabel('City').fill('Osh')
  await page.getByLabel('First day').fill('2031-05-14')
  await page.getByLabel('Last day').fill('2031-05-13')
  await page.getByLabel('Places').fill('many')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByRole('alert').first()).toContainText('Last day: The last day lies before the first.')
  await expect(page.getByLabel('Title')).toHaveValue('Water for Central Asia')
  await checkA11y(page)
  await page.getByLabel('Last day').fill('2031-05-15')
  await page.getByLabel('Places').fill('40')
  await page.getByLabel('Time zone').selectOption('Asia/Bishkek')
  await expect(page.getByLabel('Page address')).toHaveAttribute('placeholder', 'water-for-central-asia')
  await page.getByRole('button', { name: 'Create the draft' }).click()

  // The draft: nobody finds it, its preview shows it in each language.
  await expect(page).toHaveURL(/\/desk\/water-for-central-asia/)
  await expect(page.getByText('The draft is there.')).toBeVisible()
  await expect(page.getByRole('link', { name: /privacy notice is the one every event begins with/ })).toBeVisible()
  await checkA11y(page)
  const visitor = await newPerson()
  expect((await visitor.request.get('/e/water-for-central-asia')).status()).toBe(404)
  await page.getByRole('link', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Water for Central Asia')
  await expect(page.getByRole('button', { name: 'Register' })).toBeDisabled()
  await checkA11y(page)
  await page.getByRole('link', { name: 'Русский' }).click()
  await expect(page.getByText('Так страницу увидят посетители')).toBeVisible()
  await page.goto('/desk/water-for-central-asia')
  await expect(page.getByRole('link', { name: 'Preview' })).toBeVisible()

  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The event is published.')).toBeVisible()
  await visitor.goto('/e/water-for-central-asia')
  await expect(visitor.getByRole('link', { name: 'Register' }).first()).toBeVisible()
  await institution('Osh Academy')
  const own = await registerOn(
    visitor,
    { id: '', slug: 'water-for-central-asia', title: '', typeIds: [] },
    { email: newEmail('water'), given: 'Aida', family: 'Water', institution: 'Osh Academy', type: 'Participant' },
  )

  // Back to draft: the page is gone, the private link is not and leads to nothing that is.
  await page.getByRole('button', { name: 'Back to draft…' }).click()
  await page.getByRole('button', { name: 'Back to draft', exact: true }).click()
  await expect(page.getByText('The event is a draft again.')).toBeVisible()
  expect((await visitor.request.get('/e/water-for-central-asia')).status()).toBe(404)
  await visitor.goto(own)
  await expect(visitor.getByText('Water for Central Asia').first()).toBeAttached()
  await expect(visitor.locator('a[href^="/e/"]')).toHaveCount(0)
  await checkA11y(visitor)

  await page.getByRole('link', { name: 'Copy…' }).click()
  await checkA11y(page)
  await page.getByLabel('First day').fill('2032-05-12')
  await page.getByLabel('Last day').fill('2032-05-13')
  await page.getByRole('button', { name: 'Create the copy' }).click()
  await expect(page).toHaveURL(/\/desk\/water-for-central-asia-2032/)
  await expect(page.getByText('The copy is there, as a draft.')).toBeVisible()

  await page.getByRole('button', { name: 'Archive…' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText('The event is archived.')).toBeVisible()
  await checkA11y(page)
  await page.goto('/desk')
  await expect(page.getByRole('heading', { name: 'Archived' })).toBeVisible()
  await checkA11y(page)
})

test('staff see how an event stands, without acts; others find nothing', async ({ page, newPerson }) => {
  const event = await openEvent()
  await signIn(page, { email: 'reader@desk.test', role: 'staff', event })
  await expect(page.getByRole('link', { name: 'New event' })).toHaveCount(0)
  await page.goto(`/desk/${event.slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title)
  await expect(page.getByRole('button', { name: /Publish|draft|Archive/ })).toHaveCount(0)
  await expect(page.locator('main a[href*="/setup/"]')).toHaveCount(0)
  await checkA11y(page)
  for (const address of ['/desk/new', `/desk/${event.slug}/clone`])
    expect((await page.request.get(address)).status()).toBe(404)
  const stranger = await newPerson()
  await signIn(stranger, { email: 'elsewhere@desk.test', role: 'organizer', event: await openEvent() })
  for (const address of [`/desk/${event.slug}`, `/desk/${event.slug}/preview`, `/desk/${event.slug}/clone`])
    expect((await stranger.request.get(address)).status()).toBe(404)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('an event is made, refused first, then published', async ({ page }) => {
    await signIn(page, { email: 'plain@desk.test', role: 'admin' })
    await page.goto('/desk/new')
    await page.getByLabel('Title').fill('Plain conference')
    await page.getByLabel('City').fill('Naryn')
    await page.getByRole('button', { name: 'Create the draft' }).click()
    await expect(page.getByRole('alert').first()).toContainText('First day: Please fill this in.')
    await expect(page.getByLabel('Title')).toHaveValue('Plain conference')
    await page.getByLabel('First day').fill('2031-05-14')
    await page.getByLabel('Last day').fill('2031-05-15')
    await page.getByLabel('Time zone').selectOption('Asia/Bishkek')
    await page.getByRole('button', { name: 'Create the draft' }).click()
    await expect(page).toHaveURL(/\/desk\/plain-conference/)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.goto('/e/plain-conference')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain conference')
  })
})
