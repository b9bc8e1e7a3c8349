import { eq } from 'drizzle-orm'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, registerOn, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('an organizer confirms, puts on the list, corrects and cancels; all of it is in the history', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent({ capacity: 1 })
  await institution('Desk Academy')
  const seated = { email: newEmail('seated'), given: 'Seated', family: 'First', institution: 'Desk Academy' }
  const waiting = { email: newEmail('waiting'), given: 'Waiting', family: 'Second', institution: 'Desk Academy' }
  await registerOn(await newPerson(), event, seated)
  await registerOn(await newPerson(), event, waiting)
  await signIn(page, { email: 'organizer@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)

  // Full: confirming the second is refused in words.
  await page.getByRole('link', { name: 'Second, Waiting' }).click()
  await page.getByRole('button', { name: /^Confirm/ }).click()
  await expect(page.getByText('The only place is taken')).toBeVisible()
  await checkA11y(page)

  // Putting the first on the list gives the seat to the second.
  await page.goto(`/desk/${event.slug}/attendees?q=first`)
  await page.getByRole('link', { name: 'First, Seated' }).click()
  await page.getByRole('button', { name: 'Waiting list…' }).click()
  await page.getByLabel('Reason').first().fill('Partners first')
  await page.getByRole('button', { name: 'Put on the waiting list' }).click()
  await expect(page.getByText('Waiting Second moved up from the waiting list')).toBeVisible()
  await expect(page.getByText('Partners first').first()).toBeVisible()

  // Correcting: an error keeps what was typed; then before and after stand in the history.
  await page.getByRole('link', { name: 'Correct data' }).click()
  await checkA11y(page)
  await page.getByLabel('Family name').fill('Фёрст')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByLabel('Family name')).toHaveValue('Фёрст')
  await page.getByLabel('Family name').fill('Firsth')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Family name: First → Firsth')).toBeVisible()

  // Cancelling needs a reason, and the person is told it.
  await page.getByRole('button', { name: 'Cancel…' }).click()
  await page.getByRole('button', { name: 'Cancel the registration' }).click()
  await page.getByLabel('Reason').last().fill('Asked by phone')
  await page.getByRole('button', { name: 'Cancel the registration' }).click()
  await expect(page.getByText('The registration of Seated Firsth is cancelled')).toBeVisible()
  await checkA11y(page)
  const letter = await waitForMail(seated.email, (mail) => mail.subject?.includes('cancelled') ?? false)
  expect(letter.text).toContain('Asked by phone')
})

test('staff read and export but decide nothing; others find nothing', async ({ page, newPerson }) => {
  const event = await openEvent()
  await institution('Staff Academy')
  await registerOn(await newPerson(), event, {
    email: newEmail('one'),
    given: 'Some',
    family: 'Body',
    institution: 'Staff Academy',
  })
  await signIn(page, { email: 'staff@desk.test', role: 'staff', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()])
  expect(download.suggestedFilename()).toContain(event.slug)
  const [audit] = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, 'roster.export'))
    .orderBy(auditEntries.id)
  expect(audit).toMatchObject({ actorKind: 'user' })
  await page.getByRole('link', { name: 'Body, Some' }).click()
  await expect(page.getByRole('button', { name: /Confirm|Cancel/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Correct data' })).toHaveCount(0)
  const record = page.url()

  const stranger = await newPerson()
  await signIn(stranger, { email: 'stranger@desk.test', role: 'organizer', event: await openEvent() })
  for (const address of [`/desk/${event.slug}/attendees`, record, `/desk/${event.slug}/attendees/export?format=csv`]) {
    const answer = await stranger.request.get(address)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).not.toContain('Body')
  }
  const nobody = await newPerson()
  expect((await nobody.request.get(record, { maxRedirects: 0 })).status()).toBeGreaterThanOrEqual(300)
})

test('a sign-in link works once, needs a press, and sessions end everywhere', async ({ page, newPerson }) => {
  const event = await openEvent()
  const email = 'once@desk.test'
  await signIn(page, { email, role: 'organizer', event })
  const { mintSignIn } = await import('#lib/auth/mutations')
  const { TEST } = await import('./support/person.ts')
  const token = await mintSignIn(TEST, email)
  const second = await newPerson()
  for (let i = 0; i < 2; i++) await second.request.get(`/sign-in/${token}`)
  await second.goto(`/sign-in/${token}`)
  await checkA11y(second)
  await second.getByRole('button', { name: 'Sign in' }).click()
  await expect(second).toHaveURL(/\/desk$/)
  const third = await newPerson()
  await third.goto(`/sign-in/${token}`)
  await third.getByRole('button', { name: 'Sign in' }).click()
  await expect(third.getByText('That link has been used or is too old')).toBeVisible()
  await checkA11y(third)

  await second.goto('/desk/account')
  await checkA11y(second)
  await second.getByRole('button', { name: 'Sign out everywhere…' }).click()
  await second.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()
  await expect(second).toHaveURL(/sign-in/)
  await page.goto('/desk')
  await expect(page).toHaveURL(/sign-in/)
})

test('asking for a sign-in link says the same to everybody, and sends to users alone', async ({ page }) => {
  const known = 'known@desk.test'
  const { addUser } = await import('#lib/auth/mutations')
  const { TEST } = await import('./support/person.ts')
  await addUser(TEST, { email: known, admin: false })
  const said: string[] = []
  for (const email of [known, 'unknown@desk.test']) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail')
    said.push((await page.locator('main').textContent()) ?? '')
  }
  expect(said[0]).toBe(said[1])
  expect((await waitForMail(known)).text).toMatch(/\/sign-in\/[\w-]+/)
  const { mailTo } = await import('./support/mail.ts')
  expect(await mailTo('unknown@desk.test')).toEqual([])
})
