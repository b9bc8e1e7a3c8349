import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { users } from '#db/schema/auth'
import { outbox } from '#db/schema/outbox'
import { mintSignIn } from '#lib/auth/mutations'
import { enqueue } from '#lib/outbox/mutations'
import { expectNarrow } from './support/builder.ts'
import { mailTo, waitForMail } from './support/mail.ts'
import { newEmail, openEvent, signIn, TEST } from './support/person.ts'
import { about, readers } from './support/readers.ts'
import { secondServer, within } from './support/second-server.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('every message of the event is told, found, read without its links, tried again and stopped', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  const { anna, bakyt } = await readers(event)
  await waitForMail(anna.email)
  await waitForMail(bakyt.email)
  const change = (id: string, set: Partial<typeof outbox.$inferInsert>) =>
    transaction(async (tx) => void (await tx.update(outbox).set(set).where(eq(outbox.attendeeId, id))))
  await change(anna.id, {
    status: 'failed',
    sentAt: null,
    lastError: 'refused: 554 5.7.1 Spam',
    doubtfulAt: new Date(),
  })
  const tomorrow = new Date(Date.now() + 86_400_000)
  await change(bakyt.id, { status: 'retry', sentAt: null, dueAt: tomorrow, lastError: 'deferred: 451 Busy' })
  await signIn(page, { email: newEmail('mail'), role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/mail`)
  await expect(page.getByText('554 5.7.1 Spam')).toBeVisible()
  await expect(page.getByText('may have gone twice')).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)
  await page.setViewportSize({ width: 768, height: 900 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(768)
  await page.getByRole('link', { name: /^Failed/ }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: /^All/ }).click()
  await expect(page.getByText('451 Busy')).toBeVisible()
  await page.getByRole('searchbox').fill('bakyt')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'Bakyt Reader' }).click()
  await expect(page.getByText('[a link of the reader’s own]').first()).toBeVisible()
  expect(await page.content()).not.toMatch(/\/r\/[\w-]{46}/)
  await checkA11y(page)
  await page.getByRole('button', { name: 'Stop the message to Bakyt Reader' }).click()
  await expect(page.getByText('It is not sent.')).toBeVisible()
  await page.goto(`/desk/${event.slug}/mail?tab=failed`)
  const before = (await mailTo(anna.email)).length
  await page.getByRole('button', { name: 'Try again to send to Anna Reader' }).click()
  await expect(page.getByText('It is tried again now.')).toBeVisible()
  await expect.poll(async () => (await mailTo(anna.email)).length).toBe(before + 1)

  // Staff read, and change nothing.
  const staff = await newPerson()
  await signIn(staff, { email: newEmail('staff'), role: 'staff', event })
  await change(anna.id, { status: 'failed', lastError: 'refused: 550 no' })
  await staff.goto(`/desk/${event.slug}/mail`)
  await expect(staff.getByText('550 no')).toBeVisible()
  await expect(staff.getByRole('button', { name: /Try/ })).toHaveCount(0)
  await staff.goto(`/desk/${event.slug}/mailings`)
  await expect(staff.getByRole('heading', { level: 2, name: 'No letter has been written' })).toBeVisible()
  await expect(staff.getByRole('link', { name: 'New letter' })).toHaveCount(0)
})

test('administrators see the letters to those who work here, without what lets in', async ({ page }) => {
  const email = newEmail('admin')
  await signIn(page, { email, role: 'admin' })
  await transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (!user) throw new Error('nobody')
    await enqueue(tx, { kind: 'sign-in', userId: user.id, locale: 'en' }, new Date())
    await tx.update(outbox).set({ status: 'failed', lastError: 'refused: 550 no' }).where(eq(outbox.userId, user.id))
  })
  await page.getByRole('link', { name: 'Letters to the desk' }).click()
  await page.getByRole('searchbox').fill(email)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect(page.getByText('550 no')).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)
  await page.getByRole('link', { name: email }).click()
  await expect(page.locator('.mail-sheet')).toContainText('[a link of the reader’s own]')
  expect(await page.content()).not.toMatch(/\/sign-in\/[\w-]+/)
  await checkA11y(page)
  await page.getByRole('button', { name: `Try again to send to ${email}` }).click()
  await expect(page.getByText('It is tried again now.')).toBeVisible()
  await waitForMail(email, about('Sign in'))
})

test('without a mail server everything waits, can be read, and the desk says so', async ({ page }) => {
  const server = await secondServer()
  try {
    const { event, token } = await within(server, async () => {
      const made = await openEvent()
      await readers(made)
      return { event: made, token: await mintSignIn(TEST, 'admin@localhost') }
    })
    await page.goto(`${server.base}/sign-in/${token}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/desk$/)
    await page.goto(`${server.base}/desk/${event.slug}/attendees`)
    await expect(page.getByText('No mail server is set up. 4 messages wait meanwhile.')).toBeVisible()
    await page.getByRole('link', { name: 'Read what waits' }).click()
    await expect(page.getByRole('row')).toHaveCount(5)
    await checkA11y(page)
    await page.getByRole('link', { name: 'Anna Reader' }).click()
    await expect(page.getByText('As it will be written when its turn comes.')).toBeVisible()
    await expect(page.locator('.mail-sheet')).toContainText('Anna Reader')
  } finally {
    await server.remove()
  }
})
