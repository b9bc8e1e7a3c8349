import type { Page } from '@playwright/test'
import { institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const PAGES = ['facts', 'partners', 'texts', 'registration', 'types', 'notice'] as const
const at = (event: TestEvent, page: (typeof PAGES)[number]) => `/desk/${event.slug}/setup/${page}`
const save = (page: Page, name = 'Save') => page.getByRole('main').getByRole('button', { name, exact: true }).click()

/** The server keeps saying where the form came back to, so that the message of the last act is not taken for this one's. */
const done = async (page: Page, text: string) =>
  expect(page.getByRole('main').getByRole('status').filter({ hasText: text })).toBeVisible()

async function organizer(page: Page, event: TestEvent, name: string) {
  await signIn(page, { email: `${name}@setup.test`, role: 'organizer', event })
}

test('facts: an error keeps what was typed, a save changes the public page', async ({ page }) => {
  const event = await openEvent()
  await organizer(page, event, 'facts')
  await page.goto(at(event, 'facts'))
  await checkA11y(page)
  await page.getByLabel('Link for taking part online').fill('http://meet.example/1')
  await page.getByLabel('Programme').fill('Erasmus+ Jean Monnet')
  await page.getByLabel('Time zone').selectOption('Asia/Almaty')
  await save(page)
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByLabel('Link for taking part online')).toHaveAccessibleDescription(/https:\/\//)
  await expect(page.getByLabel('Programme')).toHaveValue('Erasmus+ Jean Monnet')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Almaty')
  await checkA11y(page)
  await page.getByLabel('Link for taking part online').fill('https://meet.example/1')
  await page.getByRole('textbox', { name: 'Public address' }).fill(`${event.slug}-anew`)
  await save(page)
  await page.waitForURL(new RegExp(`/desk/${event.slug}-anew/setup/facts`))
  await done(page, 'Saved.')
  await checkA11y(page)
  await page.goto(`/e/${event.slug}-anew`)
  await expect(page.getByText('Erasmus+ Jean Monnet')).toBeVisible()
  expect(await page.content()).not.toContain('meet.example')
})

test('the link for taking part online is for people with a place alone', async ({ page, newPerson }) => {
  const event = await openEvent({ capacity: 1 })
  await institution('Online Academy')
  await organizer(page, event, 'online')
  await page.goto(at(event, 'facts'))
  await page.getByLabel('Link for taking part online').fill('https://meet.example/secret')
  await save(page)
  await done(page, 'Saved.')
  const people = ['one', 'two'].map((name) => ({
    email: newEmail(name),
    given: name,
    family: 'Online',
    institution: 'Online Academy',
  }))
  const [seated, waiting] = [await newPerson(), await newPerson()]
  await registerOn(seated, event, people[0] as never)
  await registerOn(waiting, event, people[1] as never)
  await expect(seated.getByRole('link', { name: 'https://meet.example/secret' })).toBeVisible()
  expect(await waiting.content()).not.toContain('meet.example')

  // More places: who waits moves up and is told where.
  await page.goto(at(event, 'registration'))
  await expect(page.getByText('1 of 1 taken, 1 waiting.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Number of places' }).fill('2')
  await save(page, 'Save places')
  await done(page, '1 person moved up from the waiting list')
  await waiting.reload()
  await expect(waiting.getByRole('link', { name: 'https://meet.example/secret' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Number of places' }).fill('1')
  await save(page, 'Save places')
  await expect(page.getByText('2 of 1 taken. More people have a place')).toBeVisible()
  await checkA11y(page)
})

test('host and partners come from the registry', async ({ page }) => {
  const event = await openEvent()
  await institution(`First ${event.slug}`)
  await institution(`Second ${event.slug}`)
  await organizer(page, event, 'partners')
  await page.goto(at(event, 'partners'))
  await checkA11y(page)
  const field = page.getByLabel('Institution', { exact: true })
  await field.fill('Nobody has this name')
  await page.getByRole('option', { name: '“Nobody has this name” is not in the registry' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add as partner' }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(field).toHaveValue('Nobody has this name')
  await checkA11y(page)
  for (const name of ['First', 'Second']) {
    await field.fill(`${name} ${event.slug}`)
    await page
      .getByRole('option', { name: `${name} ${event.slug}` })
      .first()
      .click()
    await page.getByRole('button', { name: 'Add as partner' }).click()
    await expect(
      page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: `${name} ${event.slug}` }),
    ).toBeVisible()
    await expect(field).toHaveValue('')
  }
  await page.getByRole('button', { name: `Move Second ${event.slug} up` }).click()
  await done(page, 'The order is changed.')
  await page.getByRole('button', { name: `Make First ${event.slug} the host` }).click()
  await done(page, 'The host is changed.')
  await checkA11y(page)
  await page.goto(`/e/${event.slug}`)
  await expect(page.getByText(`First ${event.slug}`).first()).toBeVisible()
  await expect(page.getByText(`Second ${event.slug}`).first()).toBeVisible()
})

test('texts: preview without saving, what is not translated, the address on the public page', async ({ page }) => {
  const event = await openEvent()
  await organizer(page, event, 'texts')
  await page.goto(at(event, 'texts'))
  await page.getByLabel('Street and number (English)').fill('1 Manas Avenue')
  await page.getByLabel('About (English)').fill('## Themes\n\n- Water\n- **Climate**')
  await page.getByRole('button', { name: 'Preview without saving' }).click()
  await expect(page.locator('.edit-preview .prose strong')).toHaveText('Climate')
  await expect(page.getByLabel('Street and number (English)')).toHaveValue('1 Manas Avenue')
  await checkA11y(page)
  await page.getByLabel('Title (English)', { exact: true }).fill('')
  await save(page)
  await expect(page.getByLabel('Title (English)', { exact: true })).toHaveAccessibleDescription('Fill in this field')
  await expect(page.getByLabel('About (English)')).toHaveValue(/Climate/)
  await page.getByLabel('Title (English)', { exact: true }).fill(event.title)
  await save(page)
  await done(page, 'Saved.')
  const lacking = page.locator('.edit-lacking')
  await expect(lacking).toContainText('Russian: Street and number, About')
  await lacking.getByRole('link', { name: 'About' }).click()
  await expect(page.getByLabel('About (Russian)')).toBeFocused()
  await checkA11y(page)
  await page.goto(`/e/${event.slug}`)
  await expect(page.getByText('1 Manas Avenue')).toBeVisible()
  expect(await page.content()).toContain('"streetAddress":"1 Manas Avenue"')
})

test('two organizers: the second is told what the first changed, and may save over it', async ({ page, newPerson }) => {
  const event = await openEvent()
  await organizer(page, event, 'second')
  const first = await newPerson()
  await organizer(first, event, 'first')
  await page.goto(at(event, 'registration'))
  await first.goto(at(event, 'registration'))
  const types = await page.context().newPage()
  await types.goto(at(event, 'types'))

  await first.getByLabel('Closes').fill('2031-05-01T18:00')
  await first.getByRole('radio', { name: 'Everybody, on the public page' }).check()
  await save(first)
  await done(first, 'Saved.')
  await expect(first.getByLabel('Closes')).toHaveValue('2031-05-01T18:00')

  // Whoever works on another page is not hindered.
  await types.getByLabel('Name (English)').fill('Guest')
  await types.getByRole('button', { name: 'Add', exact: true }).click()
  await done(types, 'Added to the list.')

  await page.getByLabel('Closes').fill('2031-06-01T18:00')
  await page.getByRole('checkbox', { name: /confirm their e-mail/ }).check()
  await save(page)
  const told = page.getByRole('alert').filter({ hasText: 'Somebody saved meanwhile' })
  await expect(told).toBeFocused()
  await expect(told).toContainText('first@setup.test')
  await expect(told).toContainText('Who sees the list of participants: Participants of this event → Everybody')
  await expect(page.getByLabel('Closes')).toHaveValue('2031-06-01T18:00')
  await expect(page.getByRole('checkbox', { name: /confirm their e-mail/ })).toBeChecked()
  await checkA11y(page)
  await save(page)
  await done(page, 'Saved.')
  await first.reload()
  await expect(first.getByLabel('Closes')).toHaveValue('2031-06-01T18:00')
  await expect(first.getByLabel('Hours to confirm')).toHaveValue('48')
})

test('types are renamed, put in order, archived and restored', async ({ page }) => {
  const event = await openEvent()
  await organizer(page, event, 'types')
  await page.goto(at(event, 'types'))
  await checkA11y(page)
  await page.getByRole('button', { name: 'Move Researcher up' }).click()
  await done(page, 'The order is changed.')
  await page.getByRole('link', { name: 'Rename Researcher' }).click()
  // The form of a new type makes room for the one that renames.
  await expect(page.getByLabel('Name (English)')).toHaveValue('Researcher')
  await page.getByLabel('Name (English)').fill('')
  await page.getByLabel('Name (Russian)').fill('Учёный')
  await save(page)
  await expect(page.getByLabel('Name (English)')).toHaveAccessibleDescription('Fill in this field')
  await expect(page.getByLabel('Name (Russian)')).toHaveValue('Учёный')
  await checkA11y(page)
  await page.getByLabel('Name (English)').fill('Scholar')
  await save(page)
  await done(page, 'Saved.')
  await page.getByRole('button', { name: 'Offer University faculty no longer' }).click()
  await done(page, 'This type is no longer offered')
  await checkA11y(page)
  await page.goto(`/e/${event.slug}/register`)
  await expect(page.getByText('Scholar')).toBeVisible()
  await expect(page.getByText('University faculty')).toHaveCount(0)
  await page.goto(at(event, 'types'))
  await page.getByRole('button', { name: 'Offer University faculty again' }).click()
  await done(page, 'This type is offered again')
})

test('a new wording of the privacy notice is a new version', async ({ page, newPerson }) => {
  const event = await openEvent()
  await institution('Notice Academy')
  const person = await newPerson()
  await registerOn(person, event, {
    email: newEmail('notice'),
    given: 'Reads',
    family: 'Notices',
    institution: 'Notice Academy',
  })
  await organizer(page, event, 'notice')
  await page.goto(at(event, 'notice'))
  await page.getByLabel('Privacy notice (English)').fill('We keep **little**.')
  await page.getByRole('button', { name: 'Preview without saving' }).click()
  await expect(page.locator('.edit-preview .prose strong').first()).toHaveText('little')
  await save(page, 'Save as a new version')
  await done(page, 'Saved.')
  const versions = page.locator('.edit-versions > li')
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('Nobody has consented to it')
  await expect(versions.last()).toContainText('1 consent')
  await checkA11y(page)
  await page.goto(`/e/${event.slug}/privacy`)
  await expect(page.getByText('We keep little.')).toBeVisible()
})

test('without script a save works and an error keeps what was typed', async ({ newPerson, page }) => {
  const event = await openEvent()
  await organizer(page, event, 'plain')
  const plain = await newPerson({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  await plain.goto(at(event, 'texts'))
  await plain.getByLabel('Title (English)', { exact: true }).fill('')
  await plain.getByLabel('Venue (Russian)').fill('Большой зал')
  await save(plain)
  await expect(plain.getByLabel('Venue (Russian)')).toHaveValue('Большой зал')
  await expect(plain.getByText('Title (English): Fill in this field')).toBeVisible()
  await plain.getByLabel('Title (English)', { exact: true }).fill('Plain title')
  await save(plain)
  await done(plain, 'Saved.')
  await plain.goto(at(event, 'types'))
  await plain.getByRole('button', { name: 'Move Researcher up' }).click()
  await done(plain, 'The order is changed.')
})

test('others find no setup', async ({ page, newPerson }) => {
  const event = await openEvent()
  await signIn(page, { email: 'staff@setup.test', role: 'staff', event })
  const stranger = await newPerson()
  await organizer(stranger, await openEvent(), 'stranger')
  for (const one of PAGES)
    for (const who of [page, stranger]) expect((await who.request.get(at(event, one))).status()).toBe(404)
})
