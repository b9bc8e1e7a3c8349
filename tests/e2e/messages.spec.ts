import type { Page } from '@playwright/test'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const at = (event: TestEvent, kind = '') => `/desk/${event.slug}/messages${kind && `/${kind}`}`
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const told = (page: Page, text: string) =>
  expect(main(page).getByRole('status').filter({ hasText: text })).toBeVisible()

async function organizer(page: Page, event: TestEvent, name: string): Promise<string> {
  const email = `${name}@letters.test`
  await signIn(page, { email, role: 'organizer', event })
  return email
}

async function somebody(page: Page, event: TestEvent) {
  const email = newEmail('letter')
  const person = { email, given: 'Aigerim', family: 'Bekova', institution: `Academy of ${email}` }
  await institution(person.institution)
  await registerOn(page, event, person)
  return person
}

test('a letter is worded anew: unknown names are refused, the preview and a test copy show it, and the default comes back', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  const guest = await newPerson()
  await somebody(guest, event)
  const email = await organizer(page, event, 'wording')
  await page.goto(at(event))
  await checkA11y(page)
  await main(page).getByRole('link', { name: 'Confirmed', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Confirmed' })).toBeVisible()
  await checkA11y(page)

  const [subject, body] = [page.getByLabel('Subject (English)'), page.getByLabel('Text (English)')]
  await subject.fill('Welcome to {evnet}')
  await body.fill('Hello ')
  await page.getByRole('button', { name: 'Insert {name}: the reader’s name' }).click()
  await expect(body).toHaveValue('Hello {name}')
  await body.press('End')
  await body.pressSequentially(', see you.')
  await press(page, 'Save')
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(subject).toHaveAccessibleDescription(/\{evnet\}: is \{event\} meant\?/)
  await expect(subject).toHaveValue('Welcome to {evnet}')
  await expect(body).toHaveValue('Hello {name}, see you.')
  await checkA11y(page)

  await subject.fill('Welcome to {event}')
  await press(page, 'Show how it looks')
  const preview = page.locator('.edit-preview', { hasText: 'Hello' })
  await expect(preview.getByText('Hello Aigerim Bekova, see you.')).toBeVisible()
  await expect(preview.getByText('My registration').first()).toBeVisible()
  await expect(preview.locator('a[href*="/r/"]')).toHaveCount(0)
  await checkA11y(page)
  await press(page, 'Save')
  await told(page, 'Saved.')

  await press(page, 'Send me a test copy')
  await told(page, 'A test copy is on its way to you.')
  const copy = await waitForMail(email, (mail) => mail.subject?.startsWith('[Test] Welcome to') ?? false)
  expect(copy.text).toContain('Hello Aigerim Bekova, see you.')
  expect(copy.text).not.toContain('/r/')

  // The letter itself, and what rides along.
  const second = await newPerson()
  const person = await somebody(second, event)
  const letter = await waitForMail(person.email)
  expect(letter.subject).toMatch(/^Welcome to /)
  expect(letter.attachments.some((file) => file.mimeType === 'text/calendar')).toBe(true)

  await page.goto(at(event))
  await expect(main(page).getByText('Own wording: English')).toBeVisible()
  await page.goto(at(event, 'confirmed'))
  await main(page).getByText('Back to the default', { exact: true }).click()
  await page.getByRole('button', { name: 'Go back to the default' }).click()
  await told(page, 'The default wording is back.')
  await expect(subject).toHaveValue('You have a place: {event}')
})

test('two organizers do not overwrite one another', async ({ page, newPerson }) => {
  const event = await openEvent()
  await organizer(page, event, 'first')
  const other = await newPerson()
  await organizer(other, event, 'second')
  for (const one of [page, other]) await one.goto(at(event, 'declined'))
  await other.getByLabel('Subject (English)').fill('Sorry: {event}')
  await press(other, 'Save')
  await told(other, 'Saved.')
  await page.getByLabel('Subject (English)').fill('Next time: {event}')
  await press(page, 'Save')
  const alert = page.getByRole('alert').filter({ hasText: 'Somebody else has saved meanwhile' })
  await expect(alert).toBeFocused()
  await expect(alert).toContainText('second@letters.test')
  await expect(page.getByLabel('Subject (English)')).toHaveValue('Next time: {event}')
  await press(page, 'Save')
  await told(page, 'Saved.')
})

test('reminders are set, and taken back', async ({ page }) => {
  const event = await openEvent()
  await organizer(page, event, 'reminders')
  await page.goto(at(event))
  const field = page.getByLabel('Days before the event begins')
  await field.fill('500')
  await press(page, 'Add a reminder')
  await expect(field).toHaveAccessibleDescription(/from 1 to 365/)
  await expect(field).toHaveValue('500')
  await field.fill('2')
  await press(page, 'Add a reminder')
  await told(page, 'The reminder is set.')
  await expect(main(page).getByText('2 days before', { exact: true })).toBeVisible()
  await checkA11y(page)
  await press(page, 'Remove the reminder 2 days before')
  await told(page, 'The reminder is removed.')
})

test('staff do not word letters', async ({ page }) => {
  const event = await openEvent()
  await signIn(page, { email: 'staff@letters.test', role: 'staff', event })
  expect((await page.request.get(at(event))).status()).toBe(404)
  expect((await page.request.get(at(event, 'confirmed'))).status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a letter is worded all the same', async ({ page }) => {
    const event = await openEvent()
    await organizer(page, event, 'plain')
    await page.goto(at(event, 'waiting'))
    await page.getByLabel('Subject (English)').fill('Please wait, {nmae}')
    await press(page, 'Save')
    await expect(page.getByLabel('Subject (English)')).toHaveAccessibleDescription(/\{nmae\}: is \{name\} meant\?/)
    await page.getByLabel('Subject (English)').fill('Please wait, {name}')
    await press(page, 'Show how it looks')
    await expect(page.getByText('Please wait, Gulnara Bekova').first()).toBeVisible()
    await press(page, 'Save')
    await told(page, 'Saved.')
    await expect(page.getByLabel('Subject (English)')).toHaveValue('Please wait, {name}')
  })
})
