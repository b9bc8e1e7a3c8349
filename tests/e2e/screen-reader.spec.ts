import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import {
  expectHeard,
  expectOutline,
  expectSaid,
  listen,
  listeningEvent,
  queueInRussian,
  treeOf,
} from './support/hearing.ts'
import { fillForm, institution, newEmail, type TestEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

/** The walk as one hears it. Each test goes on where the one before ended: one seat, somebody in it, somebody who waits. */
test.describe.configure({ mode: 'serial' })

const mark = randomUUID().replace(/[^a-f]/g, '')
const academy = `Listening Academy ${mark}`
let event: TestEvent
let seat: string

test.beforeAll(async () => {
  event = await listeningEvent(academy)
  await institution(`Listening Institute ${mark}`)
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

  // Whoever is quicker than the list sends it away for good, and does not send the form instead.
  await page.route('**/api/institutions?**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await field(page).fill('Zzqxk')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1500)
  await expect(list).toBeHidden()
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
      - term: When
      - definition
      - term: Where
      - definition: Main hall, Bishkek, Kyrgyzstan
      - img /Check-in code [0-9A-Z]{3} [0-9A-Z]{3}/
      - paragraph: /^[0-9A-Z]{3} [0-9A-Z]{3}$/
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
  await queueInRussian(page, academy)
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
