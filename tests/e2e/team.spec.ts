import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { outbox } from '#db/schema/outbox'
import { waitForMail } from './support/mail.ts'
import { newEmail, openEvent, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test.use({ expectedErrors: [/status of 404/] })

async function linkTo(address: string, subject: RegExp): Promise<string> {
  const letter = await waitForMail(address, (mail) => subject.test(mail.subject ?? ''))
  const link = /https?:\/\/\S+?\/(?:team|sign-in)\/[\w-]+/.exec(letter.text ?? '')?.[0]
  if (!link) throw new Error('The letter has no link.')
  return new URL(link).pathname
}

test('an organizer asks somebody to the team; she comes by the letter, gets another role and is shut out', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  const [inviter, asel] = ['inviter', 'asel'].map(newEmail) as [string, string]
  await signIn(page, { email: inviter, role: 'organizer', event })
  await page.goto(`/desk/${event.slug}`)
  await page.getByRole('link', { name: 'Team', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `${inviter} (you)` })).toContainText('Organizer')
  // The event is not left without anybody who decides, and the page says so.
  await expect(page.getByText('The only organizer can neither step back nor leave')).toBeVisible()
  await checkA11y(page)

  // One bad address: told beside the field, everything stays as typed, nothing is sent.
  const field = page.getByLabel('E-mail addresses')
  await field.focus()
  await page.keyboard.type(`Asel <${asel.toUpperCase()}>, aida.mail.example`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'Staff' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(
    page.getByRole('radio', { name: 'русский' }).or(page.getByRole('radio', { name: 'Russian' })),
  ).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('alert').getByRole('link', { name: /This is no address: aida\.mail\.example/ }),
  ).toBeVisible()
  await expect(field).toHaveValue(/aida\.mail\.example/)
  await checkA11y(page)
  await field.fill(`Asel <${asel.toUpperCase()}>`)
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('button', { name: 'Send invitations' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'One invitation is on its way.' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: asel })).toContainText(
    'has not signed in since the invitation',
  )
  await checkA11y(page)

  // The same once more is no second letter.
  await field.fill(asel)
  await page.getByRole('button', { name: 'Send invitations' }).click()
  await expect(page.getByText('one person was in the team already and stays as before')).toBeVisible()

  // She opens the letter, presses the one button, and is at the desk of the event.
  const her = await newPerson()
  await her.goto(await linkTo(asel, /^Invitation to the team/))
  await expect(her.getByRole('heading', { level: 1 })).toHaveText(`Work on ${event.title}`)
  await expect(her.getByText('You are invited as staff')).toBeVisible()
  await checkA11y(her)
  await her.getByRole('button', { name: 'Sign in and open the desk' }).click()
  await expect(her).toHaveURL(new RegExp(`/desk/${event.slug}$`))
  await her.goto(`/desk/${event.slug}/attendees`)
  const rail = her.getByRole('complementary', { name: 'Desk' })
  await expect(rail).toContainText(asel)
  await expect(rail).toContainText('Staff')
  // Who works here, and at which address, staff do not see.
  await expect(her.getByRole('link', { name: 'Team', exact: true })).toHaveCount(0)
  expect((await her.goto(`/desk/${event.slug}/team`))?.status()).toBe(404)
  await her.goto(`/desk/${event.slug}/mail`)
  await expect(her.getByText(inviter)).toHaveCount(0)

  // Another role, asked once.
  await page.goto(`/desk/${event.slug}/team`)
  const row = page.getByRole('listitem').filter({ hasText: asel })
  await expect(row).toContainText('Signed in')
  await row.getByRole('button', { name: `Make organizer… ${asel}` }).click()
  await expect(page.getByRole('dialog')).toContainText(`Make ${asel} an organizer?`)
  await checkA11y(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Make organizer' }).click()
  await expect(page.getByText(`${asel} has another role now`)).toBeVisible()
  await waitForMail(asel, (mail) => /^You have another role now/.test(mail.subject ?? ''))
  await her.goto(`/desk/${event.slug}/team`)
  await expect(her.getByRole('listitem').filter({ hasText: inviter })).toBeVisible()

  // Taken out: what she does next is refused.
  await her.getByLabel('E-mail addresses').fill(newEmail('late'))
  await row.getByRole('button', { name: `Remove… ${asel}` }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText(`Remove ${asel} from the team?`)
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from the team' }).press('Enter')
  await expect(page.getByText('Removed from the team')).toBeVisible()
  await expect(row).toHaveCount(0)
  await her.getByRole('button', { name: 'Send invitations' }).click()
  await expect(her.getByRole('heading', { level: 1 })).toHaveText(/not found|no such|nothing/i)
  expect((await her.goto(`/desk/${event.slug}/attendees`))?.status()).toBe(404)
  // The link of the letter went with the role.
  const stranger = await newPerson()
  await stranger.goto(await linkTo(asel, /^Invitation to the team/))
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This invitation is no longer good')
  await checkA11y(stranger)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people are asked, asked again, come, and leave', async ({ page, newPerson }) => {
    const plain = { javaScriptEnabled: false }
    const event = await openEvent()
    const [inviter, known, fresh] = ['plain', 'known', 'fresh'].map(newEmail) as [string, string, string]
    await signIn(page, { email: inviter, role: 'organizer', event })
    // Somebody who works elsewhere already looks like everybody else.
    const elsewhere = await newPerson(plain)
    await signIn(elsewhere, { email: known, role: 'organizer', event: await openEvent() })
    await page.goto(`/desk/${event.slug}/team`)
    await page.getByLabel('E-mail addresses').fill(`nobody`)
    await page.getByRole('button', { name: 'Send invitations' }).click()
    await expect(page.getByRole('alert')).toContainText('This is no address: nobody')
    await page.getByLabel('E-mail addresses').fill(`${known}\n${fresh}`)
    await page.getByRole('radio', { name: 'Organizer' }).check()
    await page.getByRole('button', { name: 'Send invitations' }).click()
    await expect(page.getByRole('status')).toContainText('2 invitations are on their way.')
    for (const email of [known, fresh])
      await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('has not signed in since')

    // An account in use is not opened by a letter: signed in one goes on, else the usual link comes.
    await elsewhere.goto(await linkTo(known, new RegExp(`^Invitation to the team: ${event.title}`)))
    await elsewhere.getByRole('button', { name: 'Open the desk' }).click()
    await expect(elsewhere).toHaveURL(new RegExp(`/desk/${event.slug}$`))
    const another = await newPerson(plain)
    await another.goto(await linkTo(known, new RegExp(`^Invitation to the team: ${event.title}`)))
    await another.getByRole('button', { name: 'Send me a sign-in link' }).click()
    await expect(another).toHaveURL(/sign-in\?sent=1/)
    await another.goto(await linkTo(known, /sign-in|Sign in/i))
    await another.getByRole('button', { name: 'Sign in' }).click()
    await expect(another.getByRole('link', { name: event.title })).toBeVisible()

    // Too soon for another letter, then not.
    await waitForMail(fresh)
    const row = page.getByRole('listitem').filter({ hasText: fresh })
    await expect(async () => {
      await page.reload()
      await expect(row).toContainText('Invited', { timeout: 500 })
    }).toPass()
    await row.getByRole('button', { name: `Send again ${fresh}` }).click()
    await expect(page.getByRole('alert')).toContainText('less than a quarter of an hour ago')
    await transaction(async (tx) => {
      const earlier = new Date(Date.now() - 3_600_000)
      await tx.update(outbox).set({ sentAt: earlier }).where(eq(outbox.eventId, event.id))
    })
    await row.getByRole('button', { name: `Send again ${fresh}` }).click()
    await expect(page.getByRole('status')).toContainText(`The invitation of ${fresh} is on its way once more.`)

    // There is another organizer now: one may go.
    const own = page.getByRole('listitem').filter({ hasText: inviter })
    await own.getByText('Leave…').click()
    await own.getByRole('button', { name: 'Leave the team' }).click()
    await expect(page).toHaveURL(/\/desk\?left=gone/)
    await expect(page.getByRole('status')).toContainText('You do not work on that event any more.')
    expect((await page.goto(`/desk/${event.slug}/team`))?.status()).toBe(404)
  })
})
