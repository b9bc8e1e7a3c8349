import { randomUUID } from 'node:crypto'
import { expectHeard, expectOutline, expectSaid, listen, listeningEvent, queueInRussian } from './support/hearing.ts'
import { newEmail, registerOn, signIn, type TestEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

/** The sign-in and the desk as one hears them. The record's test goes on where the list's ended. */
test.describe.configure({ mode: 'serial' })

const academy = `Listening Academy ${randomUUID().replace(/[^a-f]/g, '')}`
let event: TestEvent

test.beforeAll(async () => {
  event = await listeningEvent(academy)
})

test('the sign-in', async ({ page }) => {
  await page.goto('/sign-in')
  await expectOutline(page)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  const email = page.getByRole('textbox', { name: 'E-mail' })
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/The address under which you were added\. Write the whole address/)
  await expectHeard(page, [{ role: 'textbox', name: 'E-mail', required: true, invalid: 'true' }])
  await email.fill(newEmail('nobody'))
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail')
  await expect(page.getByRole('alert').filter({ hasText: 'Look into your mail' })).toBeAttached()
})

test('the desk’s list: columns, order, what a search finds', async ({ page, newPerson }) => {
  // Somebody gave up the one seat, who waited has it now, and one more waits.
  const person = (given: string, family: string) => ({ email: newEmail('ears'), given, family, institution: academy })
  const first = await newPerson()
  await registerOn(first, event, person('Gulnara', 'Bekova'))
  const second = await newPerson({ locale: 'ru-RU' })
  await second.goto(`/e/${event.slug}/register`)
  await queueInRussian(second, academy)
  await first.getByRole('button', { name: 'Give up my seat' }).first().click()
  await first.getByRole('dialog').getByRole('button', { name: 'Give up my seat' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')
  await registerOn(await newPerson(), event, person('Oktam', 'Hakimov'))
  await signIn(page, { email: 'listener@desk.test', role: 'organizer', event })
  await listen(page)
  await page.goto(`/desk/${event.slug}/attendees`)
  await expectOutline(page)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - complementary "Desk":
      - navigation "Listening together":
        - list:
          - listitem:
            - link "Attendees 3"
    - main:
      - heading "Attendees" [level=1]
      - link "Export 3 to Excel"
      - link "Export 3 as CSV"
      - navigation "By status":
        - link "All 3"
      - search "Search and filters":
        - searchbox "Search attendees by name, e-mail, institution or code"
        - combobox "Country"
      - table "Attendees, 1 to 3 of 3, by Name":
        - rowgroup:
          - row:
            - columnheader "Name"
            - columnheader "Institution"
            - columnheader "Type"
            - columnheader "Status"
            - columnheader "Registered"
        - rowgroup:
          - row:
            - rowheader "Aigerim"
            - cell "${academy} Bishkek, Kyrgyzstan"
            - cell "University faculty"
            - cell "Confirmed"
          - row:
            - rowheader "Bekova, Gulnara"
  `)
  for (const name of ['All 3', 'Attendees 3'])
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  const head = (name: string) => page.getByRole('columnheader', { name })
  await expect(head('Name')).toHaveAttribute('aria-sort', 'ascending')
  await expect(head('Status')).toHaveAttribute('aria-sort', 'none')
  await head('Status').getByRole('link').press('Enter')
  await expect(page.getByRole('table', { name: 'Attendees, 1 to 3 of 3, by Status' })).toBeVisible()
  await expect(head('Status')).toHaveAttribute('aria-sort', 'ascending')
  await expect(head('Status').getByRole('link')).toBeFocused()

  await page.getByRole('searchbox').fill('nobody of this name')
  await expectSaid(page, 'Nobody found')
  await page.getByRole('searchbox').fill('hakimov')
  await expectSaid(page, '1 attendee')
  await page.getByRole('searchbox').fill('')
  await expectSaid(page, '3 attendees')
  await page.getByRole('link', { name: 'Aigerim' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aigerim')
})

test('the desk’s record: what was agreed to, an act, a correction', async ({ page }) => {
  await signIn(page, { email: 'listener@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Aigerim' }).press('Enter')
  // A page that comes without a reload is announced by its title.
  await expect(page.getByRole('alert').filter({ hasText: 'Aigerim' })).toBeAttached()
  await expectOutline(page)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - navigation "The way here":
      - list:
        - listitem:
          - link "Attendees"
        - listitem: Aigerim
    - heading "Aigerim" [level=1]
    - button "Cancel…"
    - heading "Contact" [level=2]
    - term: Writes in
    - definition: Russian
    - heading "Where from" [level=2]
    - term: Institution
    - definition:
      - link "${academy}"
    - heading "History" [level=2]
  `)
  await expect(page.getByText('Я знаю содержание уведомления')).toHaveAttribute('lang', 'ru')

  const ask = page.getByRole('button', { name: 'Cancel…' })
  await ask.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cancel the registration of Aigerim?' })
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await expectHeard(page, [{ role: 'textbox', name: 'Reason', required: true }])
  await page.keyboard.press('Escape')
  await expect(ask).toBeFocused()
  await ask.press('Enter')
  await page.keyboard.type('Asked by phone')
  await dialog.getByRole('button', { name: 'Cancel the registration' }).press('Enter')
  const done = page.getByRole('status').filter({ hasText: 'The registration of Aigerim is cancelled.' })
  await expect(page.locator(':focus').filter({ has: done })).toBeVisible()

  await page.getByRole('link', { name: 'Correct data' }).click()
  await page.getByRole('heading', { level: 1, name: 'Correct the data' }).waitFor()
  await page.getByRole('combobox', { name: 'Institution' }).waitFor()
  await expectOutline(page)
  await expectHeard(page, [
    { role: 'textbox', name: 'E-mail', required: true },
    { role: 'textbox', name: 'Name on the badge (optional)', required: false },
    { role: 'combobox', name: 'Institution', required: true, expanded: false },
  ])
  await page.getByRole('textbox', { name: 'E-mail' }).fill('aigerim@')
  await page.getByRole('button', { name: 'Save' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'One field needs another look' })
  await expect(alert).toBeFocused()
  await alert.getByRole('link').press('Enter')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription(/Write the whole address/)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(newEmail('aigerim'))
  await page.getByRole('button', { name: 'Save' }).click()
  const saved = page.getByRole('status').filter({ hasText: 'The data of Aigerim are saved.' })
  await expect(page.locator(':focus').filter({ has: saved })).toBeVisible()
})
