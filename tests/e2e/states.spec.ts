import type { Page } from '@playwright/test'
import { fillForm, institution, newEmail, openEvent, registerOn, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

/** States that one passes through and no other test stands still in. */

const DAY_MS = 86_400_000
const KILOBYTE = 1000

test('the list of institutions: a row marked, nothing found, not listed', async ({ page }) => {
  const event = await openEvent()
  await institution('Standing Academy of States')
  await page.goto(`/e/${event.slug}/register`)
  const field = page.getByRole('combobox', { name: 'University or organization' })
  await field.fill('standing acad')
  await page.getByRole('option', { name: /Standing Academy/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(1)
  await checkA11y(page)
  await field.fill('qzxqzx')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await checkA11y(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'City' })).toBeFocused()
  await checkA11y(page)

  // Sent as text that nothing answers to, it comes back with an offer.
  await fillForm(page, {
    email: newEmail('offer'),
    given: 'Offer',
    family: 'Offered',
    institution: 'Standing Accademy',
  })
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Did you mean…' })).toBeVisible()
  await checkA11y(page)
})

test('events that are not open: not yet, no longer, full', async ({ page }) => {
  const notYet = await openEvent({ opensAt: new Date(Date.now() + DAY_MS) })
  await page.goto(`/e/${notYet.slug}/register`)
  await expect(page.getByRole('heading', { name: 'Registration has not opened yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reserve my place' })).toHaveCount(0)
  await checkA11y(page)
  const closed = await openEvent({ closesAt: new Date(Date.now() - 1000) })
  await page.goto(`/e/${closed.slug}/register`)
  await expect(page.getByRole('heading', { name: 'Registration has closed' })).toBeVisible()
  await checkA11y(page)
  await page.goto(`/e/${closed.slug}`)
  await expect(page.getByText('Registration is closed')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0)
  await checkA11y(page)
  const full = await openEvent({ capacity: 0 })
  await page.goto(`/e/${full.slug}/register`)
  await expect(page.getByRole('button', { name: 'Join the waiting list' })).toBeVisible()
  await checkA11y(page)
})

test('dialogs that stand open: giving up, cancelling, the keys of the list', async ({ page, newPerson }) => {
  const event = await openEvent()
  await institution('Dialog Academy')
  const person = await newPerson()
  await registerOn(person, event, {
    email: newEmail('dialog'),
    given: 'Dialog',
    family: 'Opened',
    institution: 'Dialog Academy',
  })
  await person.getByRole('button', { name: 'Give up my seat' }).click()
  await expect(person.getByRole('dialog', { name: /^Give up your seat/ })).toBeVisible()
  await checkA11y(person)

  await signIn(page, { email: 'dialogs@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of the list' })).toBeVisible()
  await checkA11y(page)
  await page.keyboard.press('Escape')
  await page.getByText('Columns', { exact: true }).click()
  await expect(page.getByRole('group', { name: 'Shown here and in the file' })).toBeVisible()
  await checkA11y(page)
  await page.getByRole('link', { name: 'Opened, Dialog' }).click()
  await page.getByRole('button', { name: 'Cancel…' }).click()
  await expect(page.getByRole('dialog', { name: /^Cancel the registration/ })).toBeVisible()
  await checkA11y(page)
})

test.describe('refused', () => {
  test.use({ expectedErrors: [/404/] })

  test('pages that lead nowhere, and letters on their way', async ({ page }) => {
    const stop = async (address: string, title: string) => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await checkA11y(page)
    }
    await stop('/no-such-page', 'There is no such page')
    await stop('/r/no-such-token', 'This link opens no registration')
    await stop('/sign-in?sent=1', 'Look into your mail')
    await stop('/link', 'Send me my link')
    await page.getByRole('button', { name: 'Send me my link' }).click()
    await expect(page.getByText('Write the address you registered with', { exact: true })).toBeVisible()
    await checkA11y(page)
    await stop('/link?sent=1', 'Look into your mailbox')
  })
})

/** The bytes of script that came over the network to a page, as sent, from now on. */
async function scriptBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  return () => bytes
}

test('the page of an event and its form send little script; the desk sends more', async ({ newPerson }) => {
  const event = await openEvent()
  await institution('Budget Academy')
  const [reader, organizer] = [await newPerson(), await newPerson()]
  const read = await scriptBytes(reader)
  await reader.goto(`/e/${event.slug}`, { waitUntil: 'networkidle' })
  const page = read()
  await reader.goto(`/e/${event.slug}/register`)
  await reader.getByRole('combobox', { name: 'University or organization' }).fill('budget acad')
  await reader.getByRole('option', { name: /Budget Academy/ }).waitFor()
  await reader.waitForLoadState('networkidle')
  const form = read() - page

  await signIn(organizer, { email: 'budget@desk.test', role: 'organizer', event })
  const work = await scriptBytes(organizer)
  await organizer.goto(`/desk/${event.slug}/attendees`, { waitUntil: 'networkidle' })
  const desk = work()

  for (const bytes of [page, form]) {
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(110 * KILOBYTE)
  }
  // The measure sees what a page with the framework sends.
  expect(desk).toBeGreaterThan(110 * KILOBYTE)
  test.info().annotations.push({ type: 'script', description: `page ${page}, form ${form}, desk ${desk} bytes` })
})
