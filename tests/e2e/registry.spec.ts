import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { fillForm, institution, newEmail, openEvent, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

/** A word that occurs in no other test, of letters alone. */
const word = () => randomUUID().replace(/[^a-f]/g, '') + randomUUID().replace(/[^a-f]/g, '')

/** Registers somebody from an institution that the registry does not have, with or without script. */
async function propose(page: Page, event: TestEvent, name: string, scripted: boolean): Promise<void> {
  const person = { email: newEmail('proposer'), given: 'Meerim', family: 'Proposer', institution: name }
  await page.goto(`/e/${event.slug}/register`)
  await fillForm(page, person)
  const send = page.getByRole('button', { name: 'Reserve my place' })
  if (scripted) {
    await page.getByLabel('University or organization').press('ArrowDown')
    await page.getByRole('option', { name: /Mine is not listed/ }).click()
  } else {
    await send.click()
    await page.getByRole('radio', { name: /Mine is not listed/ }).check()
  }
  await page.getByLabel('City').fill('Naryn')
  await send.click()
  await page.waitForURL(/\/r\//)
}

test('staff find, edit, and learn what is wrong with an identifier', async ({ page }) => {
  const event = await openEvent()
  const name = `Highland Academy ${word()}`
  const id = await institution(name)
  await signIn(page, { email: 'finder@registry.test', role: 'staff', event })
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Institutions/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Institutions')
  await checkA11y(page)

  // By keyboard: to the search, to the row, into it. A Cyrillic short form finds it.
  await page.getByRole('button', { name: 'Keys' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('кгма')
  await expect(page.getByText('found as “КГМА”')).toBeVisible()
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kyrgyz State Medical Academy')
  await checkA11y(page)
  await page.getByRole('navigation', { name: 'The way here' }).getByRole('link').click()
  await expect(page.getByRole('searchbox')).toHaveValue('кгма')

  await page.goto(`/desk/institutions/${id}`)
  await page.getByRole('link', { name: `Edit ${name}` }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Fill in this field')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await checkA11y(page)
  await page.getByLabel('Name', { exact: true }).fill(`${name} of Letters`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The name is saved.' })).toBeVisible()
  await expect(page.getByText(`Name: ${name} (Official) → ${name} of Letters (Official)`)).toBeVisible()

  // A wrong one comes back beside the field, with what was typed; one of another institution names it.
  await page.getByRole('link', { name: 'Add an identifier' }).click()
  const value = page.getByLabel('Identifier', { exact: true })
  await page.getByLabel('Register').selectOption({ label: 'ROR ID, such as 026t9hg14' })
  await value.fill('https://ror.org/026t9hg15')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(value).toHaveAccessibleDescription(/This is no ROR ID/)
  await expect(value).toHaveValue('https://ror.org/026t9hg15')
  await expect(page.getByLabel('Register')).toHaveValue('ror')
  await expect(value).toBeFocused()
  await checkA11y(page)
  await value.fill('https://ror.org/026t9hg14')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(value).toHaveAccessibleDescription(/International Higher School of Medicine has this identifier/)
  await expect(page.getByRole('link', { name: /^Merge this one into International/ })).toBeVisible()
  await value.fill(`www.${word()}.edu.kg/about`)
  await page.getByLabel('Register').selectOption({ label: 'E-mail domain, such as uni-example.edu' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('The identifier is added.')).toBeVisible()
})

test('what somebody proposed is merged into what it is, and parted again', async ({ page, newPerson }) => {
  const event = await openEvent()
  const mark = word()
  const name = `Mountain Academy ${mark}`
  const typed = `Mountain Akademy ${mark}`
  await institution(name)
  await propose(await newPerson(), event, typed, true)
  await signIn(page, { email: 'merger@registry.test', role: 'staff', event })
  await expect(page.getByRole('link', { name: /Institutions \d+ new/ }).first()).toBeVisible()
  await page.goto('/desk/institutions?status=proposed')
  await checkA11y(page)
  await expect(page.getByRole('row', { name: typed }).getByRole('link', { name: `Merge into ${name}` })).toBeVisible()
  await page.getByRole('link', { name: typed, exact: true }).click()
  await expect(page.getByText(/almost the same name/)).toBeVisible()
  await checkA11y(page)

  await page.getByRole('button', { name: 'It is this one: merge…' }).first().click()
  const dialog = page.getByRole('dialog', { name: `Merge “${typed}” into “${name}”?` })
  await expect(dialog).toContainText(`1 person of 1 event will come from “${name}”`)
  await expect(dialog.getByRole('button', { name: 'Keep both' })).toBeFocused()
  await checkA11y(page)
  await dialog.getByRole('button', { name: 'Merge and move 1 person' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const toast = page.locator('.toast').getByRole('status')
  await expect(toast).toHaveText('Merged: 1 person moved.')
  await expect(page.getByText(`from “${typed}”, merged into this`)).toBeVisible()
  await checkA11y(page)

  const desk = await page.context().newPage()
  await desk.goto(`/desk/${event.slug}/attendees`)
  await desk.getByRole('link', { name: 'Proposer, Meerim' }).click()
  await expect(desk.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  await expect(desk.getByText('Proposed, not yet confirmed')).toHaveCount(0)

  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typed)
  await expect(page.getByText(`“${typed}” stands on its own again. 1 person is back here.`)).toBeVisible()
  await desk.reload()
  await checkA11y(desk)
  await desk.getByRole('link', { name: 'Proposed, not yet confirmed' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(typed)

  // Who comes from there is a list of the event.
  await page.getByRole('link', { name: event.title }).click()
  await expect(page).toHaveURL(/institution=/)
  await expect(page.getByRole('link', { name: 'Proposer, Meerim' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('names, identifiers and a merge with its undoing work as plain forms', async ({ page, newPerson }) => {
    const event = await openEvent()
    const mark = word()
    const name = `Valley Institute ${mark}`
    const typed = `Valley Instituut ${mark}`
    const id = await institution(name)
    await propose(await newPerson({ javaScriptEnabled: false }), event, typed, false)
    await signIn(page, { email: 'plain@registry.test', role: 'staff', event })

    await page.goto(`/desk/institutions/${id}`)
    await page.getByRole('link', { name: 'Add a name' }).click()
    await page.getByLabel('Name', { exact: true }).fill(`Институт ${mark}`)
    await page.getByRole('combobox', { name: /^Language/ }).selectOption('ru')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The name is added.')).toBeVisible()
    await page.getByRole('link', { name: 'Add an identifier' }).click()
    await page.getByLabel('Register').selectOption('pic')
    await page.getByLabel('Identifier', { exact: true }).fill('12345')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText('This is no PIC')).toBeVisible()
    await expect(page.getByLabel('Identifier', { exact: true })).toHaveValue('12345')
    await expect(page.getByLabel('Register')).toHaveValue('pic')

    // From the proposed one: search the other by its new Russian name, see both, merge, undo.
    await page.goto(`/desk/institutions?status=proposed&q=${encodeURIComponent(typed)}`)
    await page.getByRole('link', { name: typed, exact: true }).click()
    await page.getByRole('link', { name: 'It is another: search…' }).click()
    await page.getByRole('searchbox').fill(`институт ${mark}`)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByText(`1 person of 1 event will come from “${name}”`)).toBeVisible()
    await page.getByRole('button', { name: 'Merge and move 1 person' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page.getByText('1 person moved.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(typed)
    await expect(page.getByText('1 person is back here.')).toBeVisible()
  })
})

test('an institution is added, retired and taken back; one of its name is shown first', async ({ page }) => {
  const event = await openEvent()
  const name = `River College ${word()}`
  await institution(name)
  await signIn(page, { email: 'adder@registry.test', role: 'staff', event })
  await page.goto('/desk/institutions/new')
  await checkA11y(page)
  await page.getByLabel('Main name').fill(name)
  await page.getByLabel('Country').selectOption('KG')
  await page.getByRole('button', { name: 'Add the institution' }).click()
  await expect(page.getByRole('link', { name: `${name}, Bishkek, Kyrgyzstan` })).toBeVisible()
  await page.getByRole('button', { name: 'It is another: add it' }).click()
  await expect(page.getByText(`“${name}” stands in the registry.`)).toBeVisible()

  await page.getByRole('button', { name: 'Retire…' }).click()
  await checkA11y(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click()
  await expect(page.getByText(`“${name}” is retired.`)).toBeVisible()
  await page.getByRole('button', { name: 'Take back into the registry' }).click()
  await expect(page.getByText(`“${name}” stands in the registry again.`)).toBeVisible()
  await page.getByRole('link', { name: 'Merge into another…' }).click()
  await page.getByRole('link', { name, exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merge these two?')
  await checkA11y(page)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('people of others’ events are not moved; who has no role finds nothing', async ({ page, newPerson }) => {
  const [mine, theirs] = [await openEvent(), await openEvent()]
  const mark = word()
  const id = await institution(`Desert Academy ${mark}`)
  await propose(await newPerson(), theirs, `Desert Akademy ${mark}`, true)
  await signIn(page, { email: 'other@registry.test', role: 'organizer', event: mine })
  await page.goto(`/desk/institutions?status=proposed&q=${mark}`)
  await page.getByRole('link', { name: /^Merge into/ }).click()
  await expect(page.getByText('People of events you do not work on come from there.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Merge/ })).toHaveCount(0)
  await checkA11y(page)

  const stranger = await newPerson()
  await signIn(stranger, { email: 'none@registry.test', role: 'staff' })
  await expect(stranger.getByRole('link', { name: /^Institutions/ })).toHaveCount(0)
  for (const address of ['', '/new', `/${id}`, `/${id}/merge`]) {
    const answer = await stranger.request.get(`/desk/institutions${address}`)
    expect(answer.status(), address).toBe(404)
    expect(await answer.text()).not.toContain(mark)
  }
})
