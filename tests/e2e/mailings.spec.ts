import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { mailRefusals } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { refusalToken } from '#lib/messages/policy/refusal'
import { expectNarrow } from './support/builder.ts'
import { mailTo, waitForMail } from './support/mail.ts'
import { newEmail, openEvent, signIn } from './support/person.ts'
import { about, readers } from './support/readers.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('from the filtered list to a letter in two languages, a test, the sending, one that fails, and again', async ({
  page,
}) => {
  const event = await openEvent()
  const people = await readers(event)
  const email = newEmail('organizer')
  await signIn(page, { email, role: 'organizer', event })

  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption({ label: 'University faculty' })
  await page.getByRole('link', { name: 'Write to these 3' }).click()
  await expect(page.getByText('Type: University faculty')).toBeVisible()
  await expect(page.getByText('2 people get it')).toBeVisible()
  await page.getByText('1 wants no such letters').click()
  await expect(page.getByRole('link', { name: 'Reader, Chinara' })).toBeVisible()
  await checkA11y(page)

  // What may stand in braces is put where the cursor is.
  await page.getByLabel('Text (English)').fill('Dear ')
  await page.getByRole('button', { name: 'Insert {name}' }).click()
  await expect(page.getByLabel('Text (English)')).toHaveValue('Dear {name}')

  // What is unknown is refused beside its field, and nothing is lost.
  await page.getByLabel('Subject (English)').fill('Rooms at {event}')
  await page.getByLabel('Text (English)').fill('Dear {nmae},\n\nyour code is **{code}**. [Your page]({link}).')
  await page.getByLabel('Subject (Russian)').fill('Жильё: {event}')
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await expect(page.getByRole('alert').getByText(/\{nmae\}: is \{name\} meant\?/)).toBeVisible()
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2)
  await expect(page.getByLabel('Text (English)')).toHaveValue(/your code is/)
  await checkA11y(page)
  await page.getByLabel('Text (English)').fill('Dear {name},\n\nyour code is **{code}**. [Your page]({link}).')
  await page.getByLabel('Text (Russian)').fill('Здравствуйте, {name}!\n\nВаш код — **{code}**. {link}')
  await page.getByRole('button', { name: 'Save and preview' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rooms at {event}')
  await expect(page.locator('.mailing-letter')).toContainText('Dear Anna Reader')
  await page.getByRole('link', { name: 'The next reader' }).click()
  await expect(page.locator('.mailing-letter')).toContainText('Здравствуйте, Bakyt Reader')
  await checkA11y(page)
  await expectNarrow(page)

  await page.getByRole('button', { name: 'Send me a test' }).click()
  await expect(page.getByText('2 copies are on their way to you')).toBeVisible()
  const copy = await waitForMail(email, about('[Test] Rooms at'))
  expect(copy.text).not.toMatch(/\/(r|unsubscribe)\/[\w-]{20}/)
  await waitForMail(email, about('[Проба] Жильё'))
  expect(await mailTo(people.anna.email)).not.toContainEqual(expect.objectContaining({ subject: copy.subject }))

  await page.getByRole('button', { name: 'Send to 2 people…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to 2 people' }).click()
  const english = await waitForMail(people.anna.email, about(`Rooms at ${event.title}`))
  const russian = await waitForMail(people.bakyt.email, about(`Жильё: Конференция ${event.slug}`))
  expect(english.text).toContain('Dear Anna Reader')
  expect(english.text).toMatch(/\/r\/[\w-]{46}/)
  expect(russian.text).toContain('Здравствуйте, Bakyt Reader')
  const header = (name: string) => english.headers.find((one) => one.key === name)?.value
  expect(header('list-unsubscribe')).toContain(`/api/unsubscribe/${refusalToken(people.anna.id)}`)
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  // The page finds out by itself.
  await expect(page.getByText('2 of 2 letters have gone.')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('wants no such letters', { exact: true })).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)
  expect((await mailTo(people.other.email)).filter(about('Rooms at'))).toEqual([])
  expect((await mailTo(people.chinara.email)).filter(about('Rooms at'))).toEqual([])

  // One comes back; only that one goes again.
  await transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ status: 'failed', sentAt: null, lastError: 'refused: 550 5.1.1 No such user' })
      .where(eq(outbox.attendeeId, people.anna.id))
  })
  await page.reload()
  await expect(page.getByText('550 5.1.1 No such user')).toBeVisible()
  await checkA11y(page)
  await page.getByRole('button', { name: /Send again/ }).click()
  await expect(page.getByText('It goes once more to 1 person.')).toBeVisible()
  await expect.poll(async () => (await mailTo(people.anna.email)).filter(about('Rooms at')).length).toBe(2)
  expect((await mailTo(people.bakyt.email)).filter(about('Жильё'))).toHaveLength(1)

  await page.goto(`/desk/${event.slug}/mailings`)
  await expect(page.getByRole('link', { name: 'Rooms at {event}' })).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)
})

test('a letter for later says its time, is called off, and whom it is for is chosen in the list', async ({ page }) => {
  const event = await openEvent()
  const people = await readers(event)
  await signIn(page, { email: newEmail('later'), role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/mailings`)
  await page.getByRole('link', { name: 'New letter' }).click()
  await page.getByLabel('Subject (English)').fill('Later')
  await page.getByLabel('Text (English)').fill('Words')
  await page.getByRole('button', { name: 'Save and preview' }).click()
  await expect(page.getByText('3 people get it')).toBeVisible()
  await expect(page.getByText('It is not written in Russian: they read it in English.')).toBeVisible()

  await page.getByRole('link', { name: 'Choose whom it is for' }).click()
  await page.getByRole('combobox', { name: 'Type', exact: true }).selectOption({ label: 'Researcher' })
  await checkA11y(page)
  await page.getByRole('button', { name: 'Write to this 1 person' }).click()
  await expect(page.getByText('1 person gets it')).toBeVisible()

  await page.getByLabel('Or later, on').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'Send to 1 person then' }).click()
  await expect(page.getByText('Choose a date and a time that are still to come')).toBeVisible()
  await expect(page.getByLabel('Or later, on')).toHaveValue('2020-01-01T10:00')
  await checkA11y(page)
  const year = new Date().getFullYear() + 1
  await page.getByLabel('Or later, on').fill(`${year}-03-02T10:30`)
  await page.getByRole('button', { name: 'Send to 1 person then' }).click()
  await expect(page.getByText(/^It goes out on 2 March \d{4}(,| at) 10:30 \(UTC\+6\)\.$/)).toBeVisible()
  await checkA11y(page)
  await page.getByLabel('Another time').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect(page.getByText('Choose a date and a time that are still to come')).toBeVisible()
  await expect(page.getByLabel('Another time')).toHaveValue('2020-01-01T10:00')
  await checkA11y(page)
  await page.getByLabel('Another time').fill(`${year}-03-05T09:00`)
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect(page.getByText(/^It goes out on 5 March \d{4}(,| at) 09:00 \(UTC\+6\)\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Call it off…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click()
  await expect(page.getByText('It is called off.')).toBeVisible()
  expect((await mailTo(people.other.email)).filter(about('Later'))).toEqual([])
  await page.getByRole('link', { name: 'Write again with these words' }).click()
  await expect(page.getByLabel('Text (English)')).toHaveValue('Words')
  await expect(page.getByText('1 person gets it')).toBeVisible()
})

test('one press refuses such letters, another takes it back, and a mail program may do it too', async ({ page }) => {
  const event = await openEvent()
  const { anna } = await readers(event)
  const refused = async () =>
    (await db().select().from(mailRefusals).where(eq(mailRefusals.attendeeId, anna.id))).length > 0
  const token = refusalToken(anna.id)
  await page.goto(`/unsubscribe/${token}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No more letters of this kind?')
  await checkA11y(page)
  expect(await refused()).toBe(false)
  await page.getByRole('button', { name: 'No more letters' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You get no more such letters')
  expect(await refused()).toBe(true)
  await page.getByRole('button', { name: 'I do want them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No more letters of this kind?')
  expect(await refused()).toBe(false)

  const address = `${process.env.SERAI_URL}/api/unsubscribe/${token}`
  const opened = await fetch(address, { redirect: 'manual' })
  expect([opened.status, opened.headers.get('location')]).toEqual([
    307,
    expect.stringContaining(`/unsubscribe/${token}`),
  ])
  expect(await refused()).toBe(false)
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  expect((await fetch(address, { method: 'POST', body })).status).toBe(204)
  expect(await refused()).toBe(true)
  const wrong = address.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))
  expect((await fetch(wrong, { method: 'POST', body })).status).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a letter is written, sent and followed', async ({ page }) => {
    const event = await openEvent()
    const { anna } = await readers(event)
    await signIn(page, { email: newEmail('plain'), role: 'organizer', event })
    await page.goto(`/desk/${event.slug}/mailings/new`)
    await page.getByLabel('Subject (English)').fill('Plain')
    await page.getByRole('button', { name: 'Save and preview' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
    await expect(page.getByLabel('Subject (English)')).toHaveValue('Plain')
    await page.getByLabel('Text (English)').fill('Hello {name}')
    await page.getByRole('button', { name: 'Save and preview' }).click()
    await expect(page.locator('.mailing-letter')).toContainText('Hello Anna Reader')
    await page.getByText('Send to 3 people…').click()
    await page.getByRole('button', { name: 'Send to 3 people', exact: true }).click()
    await expect(page.getByText('It is going out to 3 people.')).toBeVisible()
    const mail = await waitForMail(anna.email, about('Plain'))
    expect(mail.text).toContain('Hello Anna Reader')
    await page.goto(`/desk/${event.slug}/mailings`)
    await expect(page.getByRole('link', { name: 'Plain' })).toBeVisible()
  })
})
