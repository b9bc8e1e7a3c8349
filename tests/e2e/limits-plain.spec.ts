import type { Page } from '@playwright/test'
import { eq, inArray } from 'drizzle-orm'
import { transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { offers } from '#db/schema/seats'
import { expireOffers } from '#lib/attendees/mutations/offers'
import { makeForm } from '#tests/setup/forms'
import { fillForm, institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

/** Somebody of an institution, country and type. */
const person = (given: string, place: string, country = 'Kyrgyzstan', type = 'University faculty') => ({
  email: newEmail(given.toLowerCase()),
  given,
  family: 'Plain',
  institution: place,
  country,
  type,
})

const PLAIN = { javaScriptEnabled: false }

test('without JavaScript each limit is told in words, and more room lets in those who wait', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent({ capacity: 3 })
  await makeForm(event.id, [
    { title: 'Programme', questions: [{ kind: 'one', label: 'Workshop', options: ['Mobility', 'Health'] }] },
  ])
  const place = (nth: string) => `${nth} ${event.slug}`
  for (const nth of ['First', 'Second', 'Third', 'Fourth']) await institution(place(nth))
  await signIn(page, { email: 'plain-limits@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/setup/limits`)
  await setLimit(page, 'Each institution', '1')
  await setLimit(page, 'Each country', '2')
  await setLimit(page, 'Researcher', '1')
  await setLimit(page, 'Workshop: Mobility', '1')

  const one = await newPerson(PLAIN)
  await one.goto(`/e/${event.slug}/register`)
  await fillForm(one, person('One', place('First'), 'Kyrgyzstan', 'Researcher'))
  await one.getByRole('radio', { name: 'Mobility' }).check()
  await one.getByRole('button', { name: 'Reserve my place' }).click()
  await isSeated(one, 'One')

  // The workshop: what was typed stays, and there is another.
  const two = await newPerson(PLAIN)
  await two.goto(`/e/${event.slug}/register`)
  await fillForm(two, person('Two', place('Second')))
  await two.getByRole('radio', { name: 'Mobility' }).check()
  await two.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(two.getByRole('alert').getByRole('link', { name: /Workshop: this has no place left/ })).toBeVisible()
  await expect(two.getByLabel('Given name')).toHaveValue('Two')
  await two.getByRole('radio', { name: 'Health' }).check()
  await two.getByRole('button', { name: 'Reserve my place' }).click()
  await isSeated(two, 'Two')

  const waiting = async (typed: ReturnType<typeof person>, why: string): Promise<Page> => {
    const who = await newPerson(PLAIN)
    await registerOn(who, event, typed)
    await expect(who.getByText(why)).toBeVisible()
    return who
  }
  const atType = await waiting(
    person('Type', place('Third'), 'Uzbekistan', 'Researcher'),
    'The only place for people who come in your capacity is taken.',
  )
  await waiting(person('Same', place('First'), 'Uzbekistan'), 'Your institution already has its one place.')
  await waiting(person('Country', place('Fourth')), 'Your country already has both its places.')

  await page.getByRole('link', { name: 'Change the limit of Researcher' }).click()
  await page.getByRole('form', { name: 'Researcher' }).getByLabel('At most').fill('2')
  await page.getByRole('form', { name: 'Researcher' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 person moved up from the waiting list')).toBeVisible()
  await atType.reload()
  await isSeated(atType, 'Type')

  // Now the event itself is full; nobody waits for a limit of a kind that has room.
  await page.goto(`/desk/${event.slug}/setup/limits`)
  await page.getByRole('button', { name: 'Remove the limit of Each country' }).click()
  await waiting(person('Late', place('Fourth'), 'Tajikistan'), 'All 3 places are taken.')
})

test('without JavaScript a place is offered, runs out, and the next takes it', async ({ page, newPerson }) => {
  const event = await openEvent({ capacity: 1 })
  await institution(`Plain ${event.slug}`)
  await signIn(page, { email: 'plain-offers@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/setup/registration`)
  await page.getByRole('radio', { name: /Free places are offered/ }).check()
  await page.getByRole('button', { name: 'Save the waiting list' }).click()

  const people = await Promise.all(['Seated', 'Waiting', 'Next'].map(() => newPerson(PLAIN)))
  const [seated, waits, next] = people as [Page, Page, Page]
  for (const [i, name] of ['Seated', 'Waiting', 'Next'].entries())
    await registerOn(people[i] as Page, event, person(name, `Plain ${event.slug}`))
  await seated.getByText('Give up my seat').first().click()
  await seated.getByRole('button', { name: 'Give up my seat' }).last().click()
  await waits.reload()
  await expect(waits.getByRole('button', { name: 'Take the place' })).toBeVisible()
  await runOut(event)
  await waits.reload()
  await expect(waits.getByRole('heading', { level: 1 })).toHaveText('Your offer has run out')
  await next.reload()
  await next.getByRole('button', { name: 'Take the place' }).click()
  await isSeated(next, 'Next')
  await waits.getByRole('button', { name: 'I would still like to come' }).click()
  await expect(waits.getByRole('heading', { level: 1 })).toHaveText(/1st of 1 on the waiting list/)

  await raiseCapacity(page, event)
  await waits.reload()
  await expect(waits.getByRole('button', { name: 'Take the place' })).toBeVisible()
})

async function setLimit(page: Page, whom: string, places: string): Promise<void> {
  const form = page.getByRole('form', { name: 'New limit' })
  await form.getByLabel('For whom').selectOption({ label: whom })
  await form.getByLabel('At most').fill(places)
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(page.locator('.edit-name', { hasText: whom })).toBeVisible()
}

async function raiseCapacity(page: Page, event: TestEvent): Promise<void> {
  await page.goto(`/desk/${event.slug}/setup/registration`)
  await page.getByLabel(/^Number of places/).fill('2')
  await page.getByRole('button', { name: 'Save places' }).click()
}

async function isSeated(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`You have a seat, ${name}`)
}

/** Two days later nobody has taken it. */
async function runOut(event: TestEvent): Promise<void> {
  await transaction(async (tx) => {
    const own = tx.select({ id: attendees.id }).from(attendees).where(eq(attendees.eventId, event.id))
    await tx
      .update(offers)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(inArray(offers.attendeeId, own))
  })
  await expireOffers()
}
