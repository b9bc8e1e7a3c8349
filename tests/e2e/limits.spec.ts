import { and, eq, inArray } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { offers, seatPools } from '#db/schema/seats'
import { expireOffers } from '#lib/attendees/mutations/offers'
import { makeForm } from '#tests/setup/forms'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const setLimits = (event: TestEvent) => `/desk/${event.slug}/setup/limits`

/** Somebody of an institution and country. */
const person = (given: string, place: string, country = 'Kyrgyzstan') => ({
  email: newEmail(given.toLowerCase()),
  given,
  family: 'Limit',
  institution: place,
  country,
})

test('each limit is told in words, more room lets in those who wait, and a workshop sends on to another', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  await makeForm(event.id, [
    { title: 'Programme', questions: [{ kind: 'one', label: 'Workshop', options: ['Mobility', 'Health'] }] },
  ])
  const [first, second] = [`First ${event.slug}`, `Second ${event.slug}`]
  for (const name of [first, second]) await institution(name)

  await signIn(page, { email: 'limits@desk.test', role: 'organizer', event })
  await page.goto(setLimits(event))
  await checkA11y(page)
  for (const [whom, places] of [
    ['Each institution', '1'],
    ['Each country', '2'],
    ['Researcher', '1'],
    ['Workshop: Mobility', '1'],
  ] as const) {
    const form = page.getByRole('form', { name: 'New limit' })
    await form.getByLabel('For whom').selectOption({ label: whom })
    await form.getByLabel('At most').fill(places)
    await form.getByRole('button', { name: 'Set the limit' }).click()
    await expect(page.locator('.edit-name', { hasText: whom })).toBeVisible()
  }
  await checkA11y(page)

  // A workshop that is full is no reason to wait: there are others.
  const one = await newPerson()
  await one.goto(`/e/${event.slug}/register`)
  await one.getByRole('radio', { name: 'Mobility' }).check()
  const { fillForm } = await import('./support/person.ts')
  await fillForm(one, person('One', first))
  await one.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(one.getByRole('heading', { level: 1 })).toHaveText('You have a seat, One')
  const two = await newPerson()
  await two.goto(`/e/${event.slug}/register`)
  await two.getByRole('radio', { name: 'Mobility' }).check()
  await fillForm(two, person('Two', second))
  await two.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(two.getByRole('alert').getByRole('link', { name: /Workshop: this has no place left/ })).toBeVisible()
  await two.getByRole('radio', { name: 'Health' }).check()
  await two.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(two.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Two')

  // The institution, then the country.
  const three = await newPerson()
  await registerOn(three, event, person('Three', first, 'Uzbekistan'))
  await expect(three.getByText('Your institution already has its one place.')).toBeVisible()
  await checkA11y(three)
  const third = `Third ${event.slug}`
  await institution(third)
  const four = await newPerson({ javaScriptEnabled: false })
  await registerOn(four, event, person('Four', third))
  await expect(four.getByText('Your country already has both its places.')).toBeVisible()

  // More room lets in who waits, at once.
  await page.getByRole('link', { name: 'Change the limit of Each institution' }).click()
  await page.getByRole('form', { name: 'Each institution' }).getByLabel('At most').fill('2')
  await page.getByRole('form', { name: 'Each institution' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 person moved up from the waiting list')).toBeVisible()
  await three.reload()
  await expect(three.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Three')
  await page.getByRole('button', { name: 'Remove the limit of Each country' }).click()
  await expect(page.getByText('1 person moved up from the waiting list')).toBeVisible()
  await four.reload()
  await expect(four.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Four')
})

test('a place is offered, runs out, and goes to the next, who takes it', async ({ page, newPerson }) => {
  const event = await openEvent({ capacity: 1 })
  await institution(`Offers ${event.slug}`)
  await signIn(page, { email: 'offers@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/setup/registration`)
  await page.getByRole('radio', { name: /Free places are offered/ }).check()
  await page.getByRole('button', { name: 'Save the waiting list' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await checkA11y(page)

  const [seated, waiting, next] = [await newPerson(), await newPerson(), await newPerson({ javaScriptEnabled: false })]
  const people = ['Seated', 'Waiting', 'Next'].map((name) => person(name, `Offers ${event.slug}`))
  for (const [i, one] of [seated, waiting, next].entries()) await registerOn(one, event, people[i] as never)
  await seated.getByText('Give up my seat').first().click()
  await seated.getByRole('button', { name: 'Give up my seat' }).last().click()
  await expect(seated.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')

  await waiting.reload()
  await expect(waiting.getByRole('button', { name: 'Take the place' })).toBeVisible()
  await checkA11y(waiting)
  await waitForMail(people[1]?.email ?? '', (mail) => mail.subject?.startsWith('A place is offered to you') ?? false)

  // Two days later nobody has taken it.
  await transaction(async (tx) => {
    const own = tx.select({ id: attendees.id }).from(attendees).where(eq(attendees.eventId, event.id))
    await tx
      .update(offers)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(inArray(offers.attendeeId, own))
  })
  await expireOffers()
  await waiting.reload()
  await expect(waiting.getByRole('heading', { level: 1 })).toHaveText('Your offer has run out')
  await checkA11y(waiting)
  await next.reload()
  await next.getByRole('button', { name: 'Take the place' }).click()
  await expect(next.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Next')
  await waiting.getByRole('button', { name: 'I would still like to come' }).click()
  await expect(waiting.getByRole('heading', { level: 1 })).toHaveText(/1st of 1 on the waiting list/)

  // Past the limit, with a reason that stays.
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Limit, Waiting' }).click()
  await page.getByRole('button', { name: 'Confirm, past the list' }).click()
  await page.getByRole('button', { name: 'Confirm past the limit…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('A guest of the rector')
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm past the limit' }).click()
  await expect(page.getByText('Waiting Limit is confirmed, past the limit.')).toBeVisible()
  await expect(page.getByText('A guest of the rector')).toBeVisible()
  await page.goto(`/desk/${event.slug}/setup/registration`)
  await expect(page.getByText('2 of 1 taken')).toBeVisible()
})

test('an application is declined with a reason that is told', async ({ page, newPerson }) => {
  const event = await openEvent()
  await institution(`Declined ${event.slug}`)
  await transaction(async (tx) => {
    await tx.update(events).set({ approval: true }).where(eq(events.id, event.id))
  })
  const typed = person('Declined', `Declined ${event.slug}`)
  const applicant = await newPerson()
  const { fillForm } = await import('./support/person.ts')
  await applicant.goto(`/e/${event.slug}/register`)
  await fillForm(applicant, typed)
  await applicant.getByRole('button', { name: 'Send my application' }).click()
  await expect(applicant.getByRole('heading', { level: 1 })).toHaveText('The organizers will decide, Declined')
  await signIn(page, { email: 'decliner@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Limit, Declined' }).click()
  await page.getByRole('button', { name: 'Decline…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('The programme is for rectors')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(page.getByText('Declined Limit is declined.')).toBeVisible()
  const letter = await waitForMail(typed.email, (mail) => mail.subject?.startsWith('About your registration') ?? false)
  expect(letter.text).toContain('The programme is for rectors')
  const [row] = await db().select({ approval: events.approval }).from(events).where(eq(events.id, event.id))
  expect(row?.approval).toBe(true)
})

test('an exception is set for an institution that nobody has registered from, with and without JavaScript', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  const name = (nth: string) => `${nth} ${event.slug}`
  for (const nth of ['Crowded', 'Awaited', 'Rare North', 'Rare South']) await institution(name(nth))
  for (const given of ['Aigul', 'Bermet'])
    await registerOn(await newPerson({ javaScriptEnabled: false }), event, person(given, name('Crowded')))
  await signIn(page, { email: 'exceptions@desk.test', role: 'organizer', event })
  await page.goto(setLimits(event))
  const each = page.getByRole('form', { name: 'New limit' })
  await each.getByLabel('For whom').selectOption({ label: 'Each institution' })
  await each.getByLabel('At most').fill('1')
  await each.getByRole('button', { name: 'Set the limit' }).click()
  // Who is past a limit for each is told by name.
  await expect(page.getByText(`${name('Crowded')}: 2 of 1`)).toBeVisible()

  // Nothing that was typed is lost where something is wrong.
  const one = page.getByRole('form', { name: 'Limit for one institution' })
  await one.getByLabel('Institution', { exact: true }).fill(name('Awaited'))
  await page
    .getByRole('option', { name: name('Awaited') })
    .first()
    .click()
  await one.getByRole('button', { name: 'Set the limit' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: 'At most: Write a number' })).toBeVisible()
  await expect(one.getByLabel('Institution', { exact: true })).toHaveValue(name('Awaited'))
  await checkA11y(page)
  await one.getByLabel('At most').fill('2')
  await one.getByRole('button', { name: 'Set the limit' }).click()
  await expect(page.locator('.edit-name', { hasText: name('Awaited') })).toBeVisible()
  await expect(one.getByLabel('Institution', { exact: true })).toHaveValue('')
  for (const given of ['Cholpon', 'Damira']) {
    const guest = await newPerson({ javaScriptEnabled: false })
    await registerOn(guest, event, person(given, name('Awaited')))
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`You have a seat, ${given}`)
  }

  // Without script an unclear name comes back with those it may be.
  const plain = await newPerson({ javaScriptEnabled: false })
  await signIn(plain, { email: 'plain-exceptions@desk.test', role: 'organizer', event })
  await plain.goto(setLimits(event))
  const form = plain.getByRole('form', { name: 'Limit for one institution' })
  await form.getByLabel('Institution', { exact: true }).fill(`Rare ${event.slug}`)
  await form.getByLabel('At most').fill('3')
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(form.getByRole('radio')).toHaveCount(2)
  await expect(form.getByLabel('At most')).toHaveValue('3')
  await expect(form.getByLabel('Institution', { exact: true })).toHaveValue(`Rare ${event.slug}`)
  await form.getByRole('radio', { name: name('Rare South') }).check()
  await form.getByRole('button', { name: 'Set the limit' }).click()
  await expect(plain.locator('.edit-name', { hasText: name('Rare South') })).toBeVisible()
  await expect(plain.locator('.edit-name', { hasText: name('Rare North') })).toHaveCount(0)

  // The overview says how many have a place, past the limit too.
  await transaction(async (tx) => {
    const own = and(eq(seatPools.eventId, event.id), eq(seatPools.key, 'event'))
    await tx.update(seatPools).set({ capacity: 3 }).where(own)
  })
  await page.goto(`/desk/${event.slug}`)
  await expect(page.getByText('4 of 3 places taken')).toBeVisible()
  await checkA11y(page)
})
