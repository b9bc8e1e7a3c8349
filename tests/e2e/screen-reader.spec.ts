import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectHeard, expectOutline, expectSaid, listen, treeOf } from './support/hearing.ts'
import { fillForm, institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

/** The walk as one hears it. Each test goes on where the one before ended: one seat, somebody in it, somebody who waits. */
test.describe.configure({ mode: 'serial' })

const mark = randomUUID().replace(/[^a-f]/g, '')
const academy = `Listening Academy ${mark}`
let event: TestEvent
let seat: string

test.beforeAll(async () => {
  const host = await institution(academy)
  await institution(`Listening Institute ${mark}`)
  const outline = '### Wednesday, 23 April\n- 09:00 Registration and tea · Foyer\n- 10:00–10:30 **Opening** · Main hall'
  event = await openEvent({
    capacity: 1,
    hostId: host,
    texts: {
      en: { title: 'Listening together', city: 'Bishkek', venue: 'Main hall', lead: 'Two days.', outline },
      ru: { title: 'Слушаем вместе', city: 'Бишкек' },
    },
    types: [{ en: 'University faculty', ru: 'Преподаватель' }, { en: 'Researcher' }],
  })
})

const field = (page: Page) => page.getByRole('combobox', { name: 'University or organization' })
const option = (page: Page) => page.getByRole('listbox').getByRole('option', { selected: true })

test('the page of an event', async ({ page }) => {
  await page.goto(`/e/${event.slug}`)
  await expectOutline(page)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to content"
    - banner:
      - link "Serai"
      - link "My registration"
      - form "Language":
        - button "EN, English"
        - button "РУ, Русский"
    - main:
      - heading "Listening together" [level=1]
      - term: When
      - definition:
        - strong: /20\\d\\d/
        - text: /local time \\(UTC\\+6\\)/
      - term: Where
      - definition:
        - strong: Bishkek, Kyrgyzstan
        - text: /Main hall/
      - link "Register"
      - paragraph:
        - strong: Last place of 1
        - text: /closes/
      - heading "Programme" [level=2]
      - heading "Wednesday, 23 April" [level=3]
      - list:
        - listitem:
          - paragraph:
            - time: 09:00
          - paragraph: Registration and tea
          - paragraph: Foyer
        - listitem:
          - paragraph:
            - time: 10:00
            - text: –
            - time: 10:30
      - heading "Organizers" [level=2]
      - list:
        - listitem:
          - heading "${academy}" [level=3]
    - contentinfo:
      - navigation "About this site":
        - link "Privacy"
  `)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.goto(`/e/${event.slug}?lang=ru`)
  for (const text of ['Two days.', 'Registration and tea'])
    expect(await page.getByText(text).evaluate((one) => one.closest('[lang]')?.getAttribute('lang'))).toBe('en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ru')
})

test('the form: each field has its name, its hint and whether it must be filled in', async ({ page }) => {
  await page.goto(`/e/${event.slug}/register`)
  await expectOutline(page)
  const names = expect.stringContaining('In Latin letters, exactly as in your passport')
  await expectHeard(page, [
    { role: 'textbox', name: 'E-mail', description: 'Your confirmation and private link go here.', required: true },
    { role: 'textbox', name: 'Given name', description: names, required: false },
    { role: 'textbox', name: 'Family name', description: names, required: false },
    { role: 'textbox', name: 'Name in your own script (optional)', required: false },
    { role: 'combobox', name: 'University or organization', required: true, expanded: false, autocomplete: 'list' },
    { role: 'radiogroup', name: 'You come as', required: true },
    { role: 'radio', name: 'Researcher' },
    { role: 'group', name: 'More about you (optional)' },
    { role: 'textbox', name: 'Title', description: 'For example Prof. or Dr' },
    { role: 'group', name: 'Consent' },
    { role: 'button', name: 'Reserve my place' },
  ])
  // Of lists and boxes the protocol does not tell it.
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveJSProperty('required', true)
  const consent = 'I have read the privacy notice (version 1) and agree that my data are used as it says.'
  await expect(page.getByRole('checkbox', { name: consent, exact: true })).toHaveJSProperty('required', true)
  const shown = page.getByRole('checkbox', { name: /^Show my name.+participants\. ?Optional: leave it empty/ })
  await expect(shown).toHaveJSProperty('required', false)
  // The hint is part of the name, and not read a second time.
  await expect(shown).toHaveAccessibleDescription('')
})

test('the list of institutions, by keyboard', async ({ page }) => {
  await listen(page)
  await page.goto(`/e/${event.slug}/register`)
  await field(page).pressSequentially(`listening ${mark.slice(0, 6)}`)
  await expectSaid(page, '2 institutions found')
  const list = page.getByRole('listbox', { name: 'Institutions' })
  const names = [`${academy} Bishkek, Kyrgyzstan`, `Listening Institute ${mark} Bishkek, Kyrgyzstan`]
  const add = `Mine is not listed: add “listening ${mark.slice(0, 6)}”`
  await expect(list).toMatchAriaSnapshot([...names, add].map((name) => `- 'option "${name}"'`).join('\n'))
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(field(page)).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? '')
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant')
  for (const name of [...names, add, names[0]]) {
    await page.keyboard.press('ArrowDown')
    await expect(option(page)).toHaveAccessibleName(name as string)
    await expect(field(page)).toHaveAttribute('aria-activedescendant', (await option(page).getAttribute('id')) ?? '')
    await expect(field(page)).toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant')
  await expect(field(page)).toHaveValue(`listening ${mark.slice(0, 6)}`)

  await page.keyboard.press('ArrowDown')
  await expectSaid(page, '2 institutions found')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue(academy)
  await expectSaid(page, `${academy}, Bishkek, Kyrgyzstan`)
  await expect(field(page)).toBeFocused()

  // Whoever is quicker than the list does not send the form instead.
  await page.route('**/api/institutions?**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await field(page).fill('Zzqxk')
  await page.keyboard.press('Enter')
  await expectSaid(page, 'Nothing found; you can add yours')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'City' })).toBeFocused()
  await expectSaid(page, 'Will be added to our list')
  await expectHeard(page, [{ role: 'textbox', name: 'City', description: 'Where your institution is.' }])
})

test('errors are counted, summed up and beside their fields; then the seat is told', async ({ page }) => {
  await page.goto(`/e/${event.slug}/register`)
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'to correct' })
  await expect(alert).toBeFocused()
  await expect(page).toHaveTitle(/^6 errors · Register/)
  await expectOutline(page)
  await expect(alert.getByRole('link')).toHaveCount(6)
  await expectHeard(page, [
    {
      role: 'textbox',
      name: 'E-mail',
      description: 'Your confirmation and private link go here. Write your address: the confirmation goes there',
      invalid: 'true',
    },
    { role: 'textbox', name: 'Family name', invalid: 'false' },
    { role: 'radiogroup', name: 'You come as', description: 'Choose one', invalid: 'true' },
  ])
  for (const [link, role] of [
    [/^E-mail:/, 'textbox'],
    [/^University/, 'combobox'],
    [/^You come as:/, 'radio'],
    [/^Consent:/, 'checkbox'],
  ] as const) {
    await alert.getByRole('link', { name: link }).press('Enter')
    await expect(page.locator(':focus')).toHaveRole(role)
  }

  await fillForm(page, { email: newEmail('ears'), given: 'Gulnara', family: 'Bekova', institution: academy })
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await page.waitForURL(/\/r\//)
  seat = page.url()
  await expectOutline(page)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "You have a seat, Gulnara" [level=1]
    - article "Your registration":
      - heading "Gulnara Bekova" [level=2]
      - term: Code
      - definition: /^[0-9A-Z]{3} [0-9A-Z]{3}$/
      - term: When
      - definition
      - term: Where
      - definition: Main hall, Bishkek, Kyrgyzstan
    - heading "Your data as recorded" [level=2]
    - term: Name
    - definition: Gulnara Bekova
    - term: University or organization
    - definition: ${academy}, Bishkek
    - heading "Changes" [level=2]
    - button "Give up my seat"
  `)
})

test('who comes later hears the place in the queue, in Russian too', async ({ newPerson }) => {
  const page = await newPerson({ locale: 'ru-RU' })
  await page.goto(`/e/${event.slug}/register`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expectOutline(page)
  await expectHeard(page, [
    { role: 'link', name: 'Перейти к содержанию' },
    { role: 'textbox', name: 'Электронная почта', description: 'Сюда придут подтверждение и личная ссылка.' },
    { role: 'combobox', name: 'Университет или организация', required: true },
    { role: 'radiogroup', name: 'В каком качестве вы участвуете', required: true },
    { role: 'group', name: 'Согласие' },
    { role: 'button', name: 'Встать в лист ожидания' },
  ])
  // What nobody has translated is told in its own language.
  await expect(page.getByText('Researcher')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Встать в лист ожидания' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Нужно исправить 6 полей' })).toBeFocused()
  await expect(page).toHaveTitle(/^6 ошибок/)
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill(newEmail('ushi'))
  await page.getByRole('textbox', { name: /^Имя$/ }).fill('Aigerim')
  await page.getByRole('combobox', { name: 'Университет или организация' }).fill(academy)
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Страна' }).selectOption('KG')
  await page.getByRole('radio', { name: 'Преподаватель' }).check()
  await page.getByRole('checkbox', { name: /уведомления/ }).check()
  await page.getByRole('button', { name: 'Встать в лист ожидания' }).click()
  await page.waitForURL(/\/r\//)
  await expectOutline(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ваше место в листе ожидания — 1-е из 1')
})

test('my registration: copying is announced, giving up is asked in a dialog of its own', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await listen(page)
  await page.goto(seat)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expectSaid(page, 'Copied')
  const ask = page.getByRole('button', { name: 'Give up my seat' }).first()
  await ask.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Give up your seat at “Listening together”?' })
  await expect(dialog.getByRole('button', { name: 'Keep my seat' })).toBeFocused()
  // Nothing of the page behind is told while the dialog asks.
  const behind = async () => (await treeOf(page)).some(({ name }) => name === 'You have a seat, Gulnara')
  expect(await behind()).toBe(false)
  await expectHeard(page, [{ role: 'dialog', name: 'Give up your seat at “Listening together”?', modal: true }])
  await page.keyboard.press('Escape')
  await expect(ask).toBeFocused()
  expect(await behind()).toBe(true)
  await ask.press('Enter')
  await dialog.getByRole('button', { name: 'Give up my seat' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')
  await expect(page.getByRole('main')).toBeFocused()
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
  await registerOn(await newPerson(), event, {
    email: newEmail('third'),
    given: 'Oktam',
    family: 'Hakimov',
    institution: academy,
  })
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
