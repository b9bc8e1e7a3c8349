import { and, eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { seatPools } from '#db/schema/seats'
import { addLimit } from '#lib/attendees/mutations/limits'
import { comes, eventWhere } from './support/desk.ts'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, signIn, TEST } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const ownPool = (eventId: string) => and(eq(seatPools.eventId, eventId), eq(seatPools.key, 'event'))

const row = (name: string) => new RegExp(`${name}`)

test('the desk sees who waits for what, and moves somebody up with a reason', async ({ page, newPerson }) => {
  const event = await eventWhere(2)
  const second = await institution(`Academy ${event.slug}`)
  await addLimit(TEST, event.id, { subject: 'institution', subjectIds: [], capacity: 1 })
  await comes(event, { given: 'Seated' })
  await comes(event, { given: 'Colleague' })
  await comes(event, { given: 'Other', from: second })
  const third = await institution(`Institute ${event.slug}`)
  await comes(event, { given: 'Late', from: third })

  await signIn(page, { email: 'line@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Waiting list 2' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting list')
  await expect(page.getByText('A place that comes free goes to the first in line at once.')).toBeVisible()
  const colleague = page.getByRole('row', { name: row('Queue, Colleague') })
  await expect(colleague).toContainText(`University ${event.slug} has its one place`)
  await expect(colleague).toContainText('The event is full')
  await expect(page.getByRole('row', { name: row('Queue, Late') })).toContainText('The event is full')
  await expect(page.getByText('2 of 2 taken · none free')).toBeVisible()
  await checkA11y(page)

  await page.getByRole('link', { name: 'Decide about Late Queue' }).click()
  const move = page.getByRole('form', { name: 'Another place in the queue' })
  await expect(page.getByText('A place can be given past the limit only.')).toBeVisible()
  await checkA11y(page)
  await move.getByRole('button', { name: 'One up' }).click()
  await expect(move.getByRole('alert')).toBeFocused()
  await expect(move.getByLabel('Reason')).toHaveAccessibleDescription(/Write a reason/)
  await checkA11y(page)
  await move.getByLabel('Reason').fill('Speaks on the first day')
  await move.getByRole('button', { name: 'One up' }).click()
  await expect(page.getByText('Late Queue has place 1 in the queue now.')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText('Queue, Late')
  await page.getByRole('link', { name: 'Open the record' }).click()
  await expect(page.getByText('Speaks on the first day')).toBeVisible()

  // Staff read and act on nothing.
  const staff = await newPerson()
  await signIn(staff, { email: 'line-staff@desk.test', role: 'staff', event })
  await staff.goto(`/desk/${event.slug}/waiting`)
  await expect(staff.getByRole('link', { name: 'Queue, Late' })).toBeVisible()
  await expect(staff.getByRole('link', { name: /^Decide about/ })).toHaveCount(0)
  await expect(staff.getByRole('link', { name: 'Change how places are given' })).toHaveCount(0)
})

test('a place is given past the limit, somebody is put off, let in again, and declined', async ({ page }) => {
  const event = await eventWhere(1)
  const emails = { Second: newEmail('second'), Third: newEmail('third') }
  await comes(event, { given: 'First' })
  await comes(event, { given: 'Second', email: emails.Second })
  await comes(event, { given: 'Third', email: emails.Third })
  await comes(event, { given: 'Fourth' })
  await signIn(page, { email: 'acts@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/waiting`)

  await page.getByRole('link', { name: 'Decide about Second Queue' }).click()
  await page.getByRole('button', { name: 'Put off…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Papers are missing')
  await page.getByRole('dialog').getByRole('button', { name: 'Put off' }).click()
  await expect(page.getByText('Second Queue is passed over until an organizer decides otherwise.')).toBeVisible()
  await expect(page.getByRole('row', { name: row('Queue, Second') })).toContainText('Papers are missing')
  await expect(page.getByRole('row', { name: row('Queue, Second') })).toContainText('Put off by acts@desk.test')
  await checkA11y(page)

  await page.getByRole('link', { name: 'Decide about Third Queue' }).click()
  await page.getByRole('button', { name: 'Decline…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('For rectors only')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByText('Third Queue is declined.')).toBeVisible()
  const letter = await waitForMail(emails.Third, (mail) => mail.subject?.startsWith('About your registration') ?? false)
  expect(letter.text).toContain('For rectors only')

  await page.getByRole('link', { name: 'Decide about Fourth Queue' }).click()
  await page.getByRole('button', { name: 'Confirm past the limit…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('A guest of the rector')
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm past the limit' }).click()
  await expect(page.getByText('Fourth Queue is confirmed, past the limit.')).toBeVisible()
  await expect(page.getByText('2 of 1 taken · none free')).toBeVisible()

  await page.getByRole('link', { name: 'Decide about Second Queue' }).click()
  await page.getByRole('button', { name: 'Let move up again' }).click()
  await expect(page.getByText('Second Queue moves up again like everybody.')).toBeVisible()
})

test('places are given by hand: the next so many are shown, offered, and have time to answer', async ({ page }) => {
  const event = await eventWhere(1, { waitingMode: 'manual' })
  const [academy, institute] = [await institution(`Academy ${event.slug}`), await institution(`Inst ${event.slug}`)]
  await comes(event, { given: 'Seated' })
  await addLimit(TEST, event.id, { subject: 'institution', subjectIds: [], capacity: 1 })
  await comes(event, { given: 'Blocked' })
  await comes(event, { given: 'Able', from: academy })
  await comes(event, { given: 'Willing', from: institute })
  await transaction(async (tx) => {
    await tx.update(seatPools).set({ capacity: 9 }).where(ownPool(event.id))
  })

  await signIn(page, { email: 'hand@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/waiting`)
  await expect(page.getByText('Organizers give places by hand: nobody moves up by itself.')).toBeVisible()
  await expect(page.getByRole('row', { name: row('Queue, Able') })).toContainText(
    'No limit in the way: places are given by hand',
  )
  await page.getByLabel('How many').fill('5')
  await page.getByRole('button', { name: 'See who they are' }).click()
  const next = page.getByRole('region', { name: 'Offer to the next in line' })
  await expect(next).toContainText('2 people would be offered a place, held for 48 hours. There is room for no more.')
  await expect(next).toContainText('1 person is passed over')
  await expect(next).toContainText(`University ${event.slug} has its one place`)
  await checkA11y(page)
  await next.getByRole('button', { name: 'Offer these 2 people a place' }).click()
  await expect(page.getByText('2 people were offered a place.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 places are offered' })).toBeVisible()
  await expect(page.getByText('47 hours left').first()).toBeVisible()
  await checkA11y(page)
  const [pool] = await db().select({ taken: seatPools.taken }).from(seatPools).where(ownPool(event.id))
  expect(pool?.taken).toBe(3)
})

test('an empty list says so, and a long one has pages', async ({ page }) => {
  const event = await eventWhere(1)
  await signIn(page, { email: 'long@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/waiting`)
  await expect(page.getByRole('heading', { name: 'Nobody waits' })).toBeVisible()
  await checkA11y(page)
  for (let i = 0; i < 53; i++) await comes(event, { given: `Person${i}` })
  await page.reload()
  await expect(page.getByText('1–50 of 52')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: '2' }).click()
  await expect(page.getByText('51–52 of 52')).toBeVisible()
  await page.getByRole('link', { name: 'Decide about Person52 Queue' }).click()
  const move = page.getByRole('form', { name: 'Another place in the queue' })
  await move.getByLabel('Reason').fill('First to ask')
  await move.getByLabel('To place').fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Person52 Queue has place 3 in the queue now.')).toBeVisible()
  await expect(page.getByText('1–50 of 52')).toBeVisible()
  await expect(page.getByRole('row').nth(3)).toContainText('Queue, Person52')
})

test('all of it works without script', async ({ newPerson, page }) => {
  const event = await eventWhere(1, { waitingMode: 'offers' })
  for (const given of ['One', 'Two', 'Three']) await comes(event, { given })
  const plain = await newPerson({ javaScriptEnabled: false })
  await signIn(plain, { email: 'plain-line@desk.test', role: 'organizer', event })
  await plain.goto(`/desk/${event.slug}/waiting`)
  await plain.getByRole('link', { name: 'Decide about Three Queue' }).click()
  await plain.getByRole('button', { name: 'One up' }).click()
  await expect(plain.getByText(/Write a reason: others/).first()).toBeVisible()
  await plain.getByLabel('Reason').last().fill('Comes from afar')
  await plain.getByRole('button', { name: 'One up' }).click()
  await expect(plain.getByText('Three Queue has place 1 in the queue now.')).toBeVisible()
  await transaction(async (tx) => {
    await tx.update(seatPools).set({ capacity: 2 }).where(eq(seatPools.eventId, event.id))
  })
  await plain.goto(`/desk/${event.slug}/waiting`)
  await plain.getByLabel('How many').fill('1')
  await plain.getByRole('button', { name: 'See who they are' }).click()
  await plain.getByRole('button', { name: 'Offer this person a place' }).click()
  await expect(plain.getByText('1 person was offered a place.')).toBeVisible()
  await expect(plain.getByRole('link', { name: 'Three Queue' })).toBeVisible()
  await page.goto(`/e/${event.slug}`)
})
