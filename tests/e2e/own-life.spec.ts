import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { events } from '#db/schema/events'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, registerOn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const linkIn = (text: string | undefined, path: string) =>
  text?.match(new RegExp(`https?://\\S+${path}\\S+`))?.[0] ?? ''
// A revoked link is opened on purpose.
test.use({ expectedErrors: [/status of 404/] })

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

for (const javaScriptEnabled of [true, false])
  test(`a participant’s life, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ newPerson }) => {
    const event = await openEvent({ capacity: 1 })
    await transaction(async (tx) => {
      await tx.update(events).set({ waitingMode: 'offers' }).where(eq(events.id, event.id))
    })
    const academy = `Academy ${event.slug}`
    await institution(academy)
    const page = await newPerson({ javaScriptEnabled })
    const axe = async (what: Page = page) => {
      if (javaScriptEnabled) await checkA11y(what)
    }
    const email = newEmail('life')
    await registerOn(page, event, { email, given: 'Gulnara', family: 'Life', institution: academy })
    await expect(headline(page)).toHaveText('You have a seat, Gulnara')
    await expect(page.getByRole('img', { name: /Check-in code/ })).toBeVisible()
    await axe()

    // The link is lost, and comes again by mail; the answer is the same for anybody.
    await page.goto('/link')
    await page.getByLabel('E-mail').fill(newEmail('nobody'))
    await page.getByRole('button', { name: 'Send me my link' }).click()
    await expect(headline(page)).toHaveText('Look into your mailbox')
    await page.goto('/link')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me my link' }).click()
    await expect(headline(page)).toHaveText('Look into your mailbox')
    const letter = await waitForMail(email, (mail) => mail.subject?.startsWith('Your link') ?? false)
    const own = linkIn(letter.text, '/r/')
    await page.goto(own)

    // Changes: errors beside the fields, then saved; a new address is asked first.
    await page.getByRole('link', { name: 'Change my data' }).click()
    await expect(headline(page)).toHaveText('Change my data')
    await axe()
    await page.getByLabel('Given name').fill('Гүлнара')
    await page.getByLabel('Position').fill('Dean')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /Given name/ })).toBeVisible()
    await expect(page.getByLabel('Position')).toHaveValue('Dean')
    await axe()
    const newer = newEmail('newer')
    await page.getByLabel('Given name').fill('Gulnura')
    await page.getByLabel('E-mail').fill(newer)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await expect(headline(page)).toHaveText('You have a seat, Gulnura')
    const question = await waitForMail(newer)
    await page.goto(linkIn(question.text, '/address/'))
    await axe()
    await page.getByRole('button', { name: 'Yes, it is mine' }).click()
    await expect(page.getByText('your address is confirmed')).toBeVisible()
    const mine = page.url().split('?')[0] ?? ''
    expect(mine).not.toBe(own)
    expect((await page.goto(own))?.status()).toBe(404)
    if (javaScriptEnabled) await expect(headline(page)).toHaveText('This link opens no registration')
    await page.goto(mine)

    // The rights: language, a copy, erasing.
    await page.getByRole('link', { name: 'Your data and consents' }).click()
    await axe()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download my data' }).click()
    expect((await download).suggestedFilename()).toMatch(/^serai-.*\.json$/)
    await page.getByText('Erase it').first().click()
    await page.getByRole('button', { name: 'Erase it' }).last().click()
    await expect(page.getByText('There is nothing optional left')).toBeVisible()

    // Handed to a colleague, taken back, handed again and taken.
    await page.goto(mine)
    await page.getByRole('link', { name: 'Hand it to a colleague' }).click()
    await axe()
    const colleague = newEmail('colleague')
    const handOn = async (to: string) => {
      await page.getByLabel('Given name').fill('Aida')
      await page.getByLabel('Family name').fill('Colleague')
      await page.getByLabel('E-mail of your colleague').fill(to)
      await page.getByRole('button', { name: 'Send the letter' }).click()
      await expect(page.getByText('You are handing your place to a colleague')).toBeVisible()
    }
    await handOn(newEmail('wrong'))
    await axe()
    await page.getByRole('button', { name: 'Keep my place' }).click()
    await expect(page.getByText('You keep your place.')).toBeVisible()
    await page.getByRole('link', { name: 'Hand it to a colleague' }).click()
    await handOn(colleague)
    const invitation = await waitForMail(colleague)
    const other = await newPerson({ javaScriptEnabled })
    await other.goto(linkIn(invitation.text, '/i/'))
    await axe(other)
    await other.getByRole('button', { name: 'Register', exact: true }).click()
    await other.waitForURL(/\/register/)
    await axe(other)
    await expect(other.getByText(academy).first()).toBeVisible()
    await other.getByLabel('Country', { exact: true }).selectOption({ label: 'Kyrgyzstan' })
    await other.getByRole('checkbox', { name: /privacy notice/ }).check()
    await other.getByRole('button', { name: 'Reserve my place' }).click()
    await expect(headline(other)).toHaveText('You have a seat, Aida')
    await page.goto(mine)
    await expect(headline(page)).toHaveText('Your registration is cancelled')
    await axe()

    // Back again, at the end of the list, until a place is offered and taken.
    await page.getByRole('link', { name: 'Register again' }).click()
    await axe()
    await page.getByRole('checkbox', { name: /privacy notice/ }).check()
    await page.getByRole('button', { name: 'Register again' }).click()
    await expect(headline(page)).toHaveText(/1st of 1 on the waiting list/)
    await other.getByText('Give up my seat').first().click()
    await other.getByRole('button', { name: 'Give up my seat' }).last().click()
    await expect(headline(other)).toHaveText('Your registration is cancelled')
    await page.reload()
    await expect(page.getByText(/1 day 23 hours left/)).toBeVisible()
    await axe()
    await page.getByRole('button', { name: 'Take the place' }).click()
    await expect(headline(page)).toHaveText('You have a seat, Gulnura')

    // The next event: the form comes filled in, by a letter's link alone.
    const next = await openEvent()
    await page.goto(`/e/${next.slug}/register`)
    await page.getByRole('link', { name: 'Have the form filled in' }).click()
    await axe()
    await page.getByLabel('E-mail').fill(newer)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await expect(headline(page)).toHaveText('Look into your mailbox')
    const filled = await waitForMail(newer, (mail) => mail.text?.includes('?from=') ?? false)
    await page.goto(linkIn(filled.text, '\\?from='))
    await expect(page.getByLabel('E-mail')).toHaveValue(newer)
    await expect(page.getByLabel('University or organization')).toHaveValue(academy)
    await axe()
  })

test('who has one event’s link gets nothing of another, and looking changes nothing', async ({ page, request }) => {
  const [one, two] = [await openEvent(), await openEvent()]
  await institution(`Apart ${one.slug}`)
  const typed = { given: 'Own', family: 'Apart', institution: `Apart ${one.slug}` }
  const mine = await registerOn(page, one, { ...typed, email: newEmail('one') })
  await page.context().clearCookies()
  const theirs = await registerOn(page, two, { ...typed, email: newEmail('two') })
  const [token, foreign] = [mine, theirs].map((url) => /\/r\/([\w-]+)/.exec(url)?.[1] ?? '')
  // Half of one, half of the other; and one that never was.
  const forged = `${foreign?.slice(0, 22)}${token?.slice(22)}`
  const paths = [
    '',
    '/edit',
    '/data',
    '/handover',
    '/questions',
    '/participants',
    '/event.ics',
    '/confirm/AAAAAAAAAAAAAAAAAAAAAA',
  ]
  for (const path of paths)
    for (const bad of [forged, 'A'.repeat(46), 'x'])
      expect([path, (await request.get(`/r/${bad}${path}`)).status()]).toEqual([path, 404])
  for (const bad of [forged, 'A'.repeat(46)]) expect((await request.post(`/r/${bad}/data/copy`)).status()).toBe(404)
  expect((await request.get(`/r/${token}/data/copy`)).status()).toBe(405)
  // What a program that opens every link of a mail does.
  const before = await db().select().from(attendees).where(eq(attendees.eventId, one.id))
  for (const path of paths) await request.get(`/r/${token}${path}`)
  expect(await db().select().from(attendees).where(eq(attendees.eventId, one.id))).toEqual(before)
})
