import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { invitations } from '#db/schema/invitations'
import { waitForMail } from './support/mail.ts'
import { fillForm, institution, newEmail, openEvent, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const DAY_MS = 86_400_000

// A link that opens nothing is opened on purpose.
test.use({ expectedErrors: [/status of 404/] })

/** An event whose registration has closed. */
async function closedEvent(capacity: number): Promise<TestEvent> {
  const event = await openEvent({ capacity })
  await transaction(async (tx) => {
    await tx
      .update(events)
      .set({ opensAt: new Date(Date.now() - 9 * DAY_MS), closesAt: new Date(Date.now() - DAY_MS) })
      .where(eq(events.id, event.id))
  })
  return event
}

async function linkTo(address: string): Promise<string> {
  const letter = await waitForMail(address)
  const link = /https?:\/\/\S+?\/i\/[\w-]+/.exec(letter.text ?? '')?.[0]
  if (!link) throw new Error('The letter has no link.')
  return new URL(link).pathname
}

const ofInvitation = async (email: string) => {
  const [row] = await db()
    .select({ seenAt: invitations.seenAt, outcome: invitations.outcome, givenName: invitations.givenName })
    .from(invitations)
    .where(eq(invitations.email, email))
  return row
}

test('an organizer pastes a list; one registers past a closed registration, one cannot come, one is withdrawn', async ({
  page,
  newPerson,
}) => {
  const event = await closedEvent(4)
  const place = `Academy ${event.slug}`
  await institution(place)
  const [aida, berik, chynara] = ['aida', 'berik', 'chynara'].map(newEmail) as [string, string, string]
  await signIn(page, { email: 'inviter@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByRole('link', { name: 'Invitations', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Nobody has been invited yet' })).toBeVisible()
  await checkA11y(page)
  await page.getByRole('link', { name: 'Invite people' }).first().click()
  await checkA11y(page)

  // Nothing is sent before it was shown: what was read, what was not, who is left out.
  await page.getByRole('radio', { name: 'Several, from a list' }).check()
  await page
    .getByLabel('People, one a line')
    .fill(
      [
        `Aida Toktobaeva <${aida}>`,
        `Berik\tSadykov\t${berik}`,
        `Omarova, Chynara; ${chynara}`,
        `Aida Toktobaeva <${aida}>`,
        'the rector of Osh',
      ].join('\n'),
    )
  await page.getByLabel('They come as').selectOption({ label: 'Researcher' })
  await page.getByLabel('Personal words').fill('Your work on water would be welcome.')
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(page.getByRole('heading', { name: '3 invitations are ready' })).toBeVisible()
  await expect(page.getByText(/3 places are held until .*UTC\+6.*1 place stays free/)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 5 the rector of Osh' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `${aida} stands in the list twice` })).toBeVisible()
  expect((await ofInvitation(aida)) ?? null).toBeNull()
  await checkA11y(page)

  // A change after that is shown once more before it is sent.
  await page.getByLabel('Personal words').fill('Your work on rivers would be welcome.')
  await page.getByRole('button', { name: 'Send 3 invitations' }).click()
  await expect(page.getByText('The form was changed since')).toBeVisible()
  await expect(page.getByLabel('People, one a line')).toHaveValue(/the rector of Osh/)
  await page.getByRole('button', { name: 'Send 3 invitations' }).click()
  await expect(page.getByRole('status').filter({ hasText: '3 invitations are on their way.' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Aida Toktobaeva/ })).toContainText('Researcher')
  await checkA11y(page)

  // Too few places: told beside the field, with how many there are.
  await page.getByRole('link', { name: 'Invite people' }).click()
  await page.getByRole('radio', { name: 'Several, from a list' }).check()
  await page.getByLabel('People, one a line').fill(`${newEmail('one')}\n${newEmail('two')}`)
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /Places: Only 1 place is free/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send/ })).toHaveCount(0)
  await checkA11y(page)

  // The first: looking is written down by the script, and the form asks neither for the type nor for what is known.
  const first = await newPerson()
  await first.goto(await linkTo(aida))
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Aida Toktobaeva, you are invited')
  await expect(first.getByText('Your work on rivers would be welcome.')).toBeVisible()
  await checkA11y(first)
  await expect.poll(async () => (await ofInvitation(aida))?.seenAt ?? null).not.toBeNull()
  await first.getByRole('button', { name: 'Register' }).click()
  await expect(first.getByLabel('E-mail')).toHaveValue(aida)
  await expect(first.getByLabel('Family name')).toHaveValue('Toktobaeva')
  await expect(first.getByRole('radio', { name: 'Researcher' })).toHaveCount(0)
  await checkA11y(first)
  await first.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(first.getByRole('alert')).toBeVisible()
  await first.getByLabel('University or organization').fill(place)
  await first.keyboard.press('Escape')
  await first.getByLabel('Country', { exact: true }).selectOption({ label: 'Kyrgyzstan' })
  await first.getByRole('checkbox', { name: /privacy notice/ }).check()
  await first.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Aida')
  await first.goto(await linkTo(aida))
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('You have registered')
  await checkA11y(first)

  // The second cannot come, which is asked once.
  const second = await newPerson()
  await second.goto(await linkTo(berik))
  await second.getByText('I cannot come').first().click()
  await checkA11y(second)
  await second.getByRole('button', { name: 'Yes, I cannot come' }).click()
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('You cannot come')
  await checkA11y(second)
  await second.goto(`/e/${event.slug}/register?invitation=${(await linkTo(berik)).split('/').at(-1)}`)
  await expect(second.getByLabel('E-mail')).toHaveCount(0)
  await checkA11y(second)

  // The third is withdrawn, after a date that will not do.
  await page.goto(`/desk/${event.slug}/invitations`)
  await expect(page.getByRole('row', { name: /Berik Sadykov/ })).toContainText('Declined')
  await expect(page.getByRole('row', { name: /Aida Toktobaeva/ })).toContainText('Accepted')
  await page.getByRole('link', { name: 'Chynara Omarova' }).click()
  await checkA11y(page)
  await page.getByRole('link', { name: 'Change the date' }).click()
  await page.getByLabel('Until').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'Save the date' }).click()
  await expect(page.getByText('Choose a time that is still to come').first()).toBeVisible()
  await expect(page.getByLabel('Until')).toHaveValue('2020-01-01T10:00')
  await checkA11y(page)
  await page.getByLabel('Until').fill(`${new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10)}T18:00`)
  await page.getByRole('button', { name: 'Save the date' }).click()
  await expect(page.getByText('The new date counts')).toBeVisible()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Withdraw the invitation of Chynara Omarova?')
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the invitation' }).click()
  await expect(page.getByText('The invitation of Chynara Omarova is withdrawn.')).toBeVisible()
  const third = await newPerson()
  await third.goto(await linkTo(chynara))
  await expect(third.getByRole('heading', { level: 1 })).toHaveText('This invitation no longer counts')
  await checkA11y(third)
})

test('without script somebody is invited, opens the invitation and registers', async ({ page, newPerson }) => {
  const event = await closedEvent(10)
  const place = `Academy ${event.slug}`
  await institution(place)
  const email = newEmail('plain')
  await signIn(page, { email: 'plain-inviter@desk.test', role: 'organizer', event })
  const storageState = await page.context().storageState()
  const desk = await newPerson({ javaScriptEnabled: false, storageState })
  await desk.goto(`/desk/${event.slug}/invitations/new`)
  await desk.getByLabel('Given name').fill('Plain')
  await desk.getByLabel('E-mail').fill('plain@')
  await desk.getByRole('button', { name: 'Check before sending' }).click()
  await expect(desk.getByRole('alert').getByRole('link', { name: /Write the whole address/ })).toBeVisible()
  await expect(desk.getByLabel('Given name')).toHaveValue('Plain')
  await desk.getByLabel('E-mail').fill(email)
  await desk.getByRole('button', { name: 'Check before sending' }).click()
  await desk.getByRole('button', { name: 'Send 1 invitation' }).click()
  await expect(desk.getByText('1 invitation is on its way.')).toBeVisible()

  const person = await newPerson({ javaScriptEnabled: false })
  await person.goto(await linkTo(email))
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('Plain, you are invited')
  expect((await ofInvitation(email))?.seenAt ?? null).toBeNull()
  await person.getByRole('button', { name: 'Register' }).click()
  expect((await ofInvitation(email))?.seenAt ?? null).not.toBeNull()
  await fillForm(person, { email, given: 'Plain', family: 'Page', institution: place })
  await person.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Plain')
  expect((await ofInvitation(email))?.outcome).toBe('accepted')
})

test('an organization passes its code on until it is used up', async ({ page, newPerson }) => {
  const event = await closedEvent(2)
  const place = `Academy ${event.slug}`
  await institution(place)
  await signIn(page, { email: 'coder@desk.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/invitations`)
  await page.getByRole('link', { name: 'Codes for organizations' }).click()
  await checkA11y(page)
  await page.getByLabel('Organization').fill('Osh State University')
  await page.getByLabel('Places').fill('3')
  await page.getByRole('button', { name: 'Make the code' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /Only 2 places are free/ })).toBeVisible()
  await page.getByLabel('Places').fill('1')
  await page.getByRole('button', { name: 'Make the code' }).click()
  await expect(page.getByText('0 used, 1 held, of 1')).toBeVisible()
  await checkA11y(page)
  const code = (await page.locator('.code-spelled').textContent()) ?? ''
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)

  // A wrong code is told beside the field; the right one opens the form although registration has closed.
  const first = await newPerson()
  await first.goto(`/e/${event.slug}`)
  await first.getByRole('link', { name: 'I have a code' }).click()
  await first.getByText('I have a code').click()
  await first.getByLabel('Code of your organization').fill('AAAA-AAAA')
  await first.getByRole('button', { name: 'Use the code' }).click()
  await expect(first.getByText('This code does not work here, or no longer.')).toBeVisible()
  await expect(first.getByLabel('Code of your organization')).toHaveValue('AAAA-AAAA')
  await checkA11y(first)
  await first.getByLabel('Code of your organization').fill(code.toLowerCase().replace('-', ' '))
  await first.getByRole('button', { name: 'Use the code' }).click()
  await expect(first.getByRole('heading', { name: 'The code of Osh State University is good.' })).toBeVisible()
  await checkA11y(first)

  // Another was faster: what the slower one typed stays, and the code stands there to be corrected.
  const late = await newPerson()
  await late.goto(`/e/${event.slug}/register?code=${code}`)
  const [one, two] = ['first', 'late'].map((name) => ({
    email: newEmail(name),
    given: name === 'first' ? 'Firuza' : 'Latif',
    family: 'Code',
    institution: place,
  }))
  if (!one || !two) throw new Error('There are two.')
  await fillForm(late, two)
  await fillForm(first, one)
  await first.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Firuza')
  await late.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(
    late
      .getByRole('alert')
      .getByRole('link', { name: /all places of this code are taken/ })
      .first(),
  ).toBeVisible()
  await expect(late.getByLabel('Given name')).toHaveValue('Latif')
  await expect(late.getByLabel('Code of your organization')).toHaveValue(code)
  await checkA11y(late)

  // More places, then another spelling, then the end of it.
  await page.reload()
  await expect(page.getByText('1 used, 0 held, of 1')).toBeVisible()
  await page.getByRole('link', { name: 'Change the code of Osh State University' }).click()
  await checkA11y(page)
  await page.getByLabel('Places').fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 used, 1 held, of 2')).toBeVisible()
  await page.getByRole('button', { name: 'New code…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new code' }).click()
  await expect(page.getByText('There is a new code.')).toBeVisible()
  expect(await page.locator('.code-spelled').textContent()).not.toBe(code)
  await page.getByRole('button', { name: 'End…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the code' }).click()
  await expect(page.getByText('The code no longer works.')).toBeVisible()
  await checkA11y(page)
})

test('staff read the invitations and do nothing with them; a wrong link opens none', async ({ page, newPerson }) => {
  const event = await openEvent()
  await signIn(page, { email: 'reader@desk.test', role: 'staff', event })
  await page.goto(`/desk/${event.slug}/invitations`)
  await expect(page.getByText('Organizers invite people here')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Invite people' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Codes for organizations' }).click()
  await expect(page.getByRole('button', { name: 'Make the code' })).toHaveCount(0)
  await checkA11y(page)
  const stranger = await newPerson()
  await stranger.goto('/i/nothing')
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This link opens no invitation')
  await checkA11y(stranger)
})
