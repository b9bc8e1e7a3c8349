import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, registerOn, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('the whole job: register, wait, cancel, be promoted, review, export', async ({ page, newPerson }) => {
  const event = await openEvent({ capacity: 2 })
  await institution('Seven Rivers Academy')
  const people = [
    {
      email: newEmail('gulnara'),
      given: 'Gulnara',
      family: 'Bekova',
      native: 'Гүлнара Бекова',
      institution: 'Seven Rivers Academy',
      phone: '+996 555 12 34 56',
    },
    {
      email: newEmail('oktam'),
      given: 'Oʻktam',
      family: 'Hakimov',
      native: 'Ўктам Ҳакимов',
      institution: 'Seven Rivers Academy',
    },
    {
      email: newEmail('jurate'),
      given: 'Jūratė',
      family: 'Žemaitytė',
      institution: 'Seven Rivers Academy',
      type: 'Researcher',
    },
  ] as const

  await page.goto(`/e/${event.slug}`)
  await expect(page.getByText('2 of 2 places left').first()).toBeVisible()
  await checkA11y(page)

  // Three people register for an event of two.
  const links: string[] = []
  for (const person of people) links.push(await registerOn(await newPerson(), event, person))
  const third = await newPerson()
  await third.goto(links[2] as string)
  await expect(third.getByRole('heading', { level: 1 })).toHaveText(/1st of 1 on the waiting list/)
  await checkA11y(third)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Join the waiting list' }).first()).toBeVisible()

  // One gives the seat up; the third has it at once, and a letter.
  const first = await newPerson()
  await first.goto(links[0] as string)
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Gulnara')
  await checkA11y(first)
  await first.getByText('Give up my seat').first().click()
  await first.getByRole('button', { name: 'Give up my seat' }).last().click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')
  await third.reload()
  await expect(third.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Jūratė')
  const letter = await waitForMail(people[2].email, (mail) => mail.subject?.startsWith('A place is yours') ?? false)
  expect(letter.text).toContain((links[2] as string).split('?')[0])

  // An admin signs in and finds people by a Cyrillic spelling.
  await signIn(page, { email: 'admin.job@desk.test', role: 'admin' })
  await page.goto(`/desk/${event.slug}/attendees`)
  await checkA11y(page)
  const search = page.getByRole('searchbox')
  await search.fill('бекова')
  await search.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'Bekova, Gulnara' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Hakimov' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Bekova, Gulnara' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gulnara Bekova')
  await expect(page.getByText('+996 555 12 34 56')).toBeVisible()
  await checkA11y(page)

  // The file read back equals the screen: same rows, order and columns.
  await page.goto(
    `/desk/${event.slug}/attendees?sort=name&dir=desc&cols=name,nativeName,institution,place,type,status,code,email,phone`,
  )
  const screen = await page.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.textContent ?? ''))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Excel/ }).click(),
  ])
  const book = await readXlsx(readFileSync(await download.path()))
  const [heads, ...rows] = book.sheets[0]?.rows ?? []
  expect(heads).toEqual([
    'Name',
    'Name in own script',
    'Institution',
    'Place',
    'Type',
    'Status',
    'Code',
    'E-mail',
    'Phone',
  ])
  expect(rows.map((row) => row[0])).toEqual(['Žemaitytė, Jūratė', 'Hakimov, Oʻktam', 'Bekova, Gulnara'])
  expect(rows).toHaveLength(screen.length)
  for (const [i, row] of rows.entries()) for (const cell of row) if (cell) expect(screen[i]).toContain(String(cell))
  expect(rows[2]?.[8]).toBe('+996 555 12 34 56')
  expect(rows.map((row) => row[5])).toEqual(['Confirmed', 'Confirmed', 'Cancelled'])
})

test('the same form sent twice is one registration, and a second with the address is told nothing', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  await institution('Twice Academy')
  const typed = { email: newEmail('twice'), given: 'Twice', family: 'Sent', institution: 'Twice Academy' }
  const link = await registerOn(page, event, typed)
  await page.goBack()
  await page.getByRole('button', { name: 'Reserve my place' }).waitFor()

  const other = await newPerson()
  await other.goto(`/e/${event.slug}/register`)
  const { fillForm } = await import('./support/person.ts')
  await fillForm(other, { ...typed, email: typed.email.toUpperCase(), given: 'Somebody', family: 'Else' })
  await other.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(other.getByText('This address cannot be registered again here')).toBeVisible()
  await expect(other.getByText('Twice Sent')).toHaveCount(0)
  await checkA11y(other)
  await other.getByRole('button', { name: 'Send me my link' }).click()
  await expect(other.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  const letter = await waitForMail(typed.email, (mail) => mail.subject?.startsWith('Your link') ?? false)
  expect(letter.text).toContain(link.split('?')[0])
})

test('what was typed stays after an error, a reload and going back', async ({ page }) => {
  const event = await openEvent()
  await page.goto(`/e/${event.slug}/register`)
  await page.getByLabel('E-mail').fill('gulnara.bekova@')
  await page.getByLabel('Given name').fill('Гүлнара')
  await page.getByLabel('University or organization').fill('Academy of Nowhere')
  await page.keyboard.press('Escape')
  await page.getByLabel('Country', { exact: true }).selectOption('UZ')
  await page.getByRole('radio', { name: 'Researcher' }).check()
  await page.getByLabel('Phone').fill('12')
  await page.getByRole('button', { name: 'Reserve my place' }).click()

  const summary = page.getByRole('alert').first()
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/errors/)
  for (const field of ['E-mail', 'Given name', 'Phone'])
    await expect(summary.getByRole('link', { name: new RegExp(field) })).toBeVisible()
  const kept = async () => {
    await expect(page.getByLabel('E-mail')).toHaveValue('gulnara.bekova@')
    await expect(page.getByLabel('Given name')).toHaveValue('Гүлнара')
    await expect(page.getByLabel('University or organization').first()).toHaveValue('Academy of Nowhere')
    await expect(page.getByLabel('Country', { exact: true })).toHaveValue('UZ')
    await expect(page.getByRole('radio', { name: 'Researcher' })).toBeChecked()
    await expect(page.getByLabel('Phone')).toHaveValue('12')
  }
  await kept()
  await checkA11y(page)
  await summary.getByRole('link', { name: /E-mail/ }).click()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.reload()
  await kept()
  await page.goto(`/e/${event.slug}`)
  await page.goBack()
  await kept()
})

test('registration closes on submit, not only on the page', async ({ page }) => {
  const event = await openEvent()
  await institution('Late Academy')
  await page.goto(`/e/${event.slug}/register`)
  const { fillForm } = await import('./support/person.ts')
  await fillForm(page, { email: newEmail('late'), given: 'Late', family: 'Comer', institution: 'Late Academy' })
  const { transaction } = await import('#db/client')
  const { events } = await import('#db/schema/events')
  const { eq } = await import('drizzle-orm')
  await transaction(
    async (tx) =>
      void (await tx
        .update(events)
        .set({ closesAt: new Date(Date.now() - 1000) })
        .where(eq(events.id, event.id))),
  )
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByText('Registration has closed')).toBeVisible()
  await page.goto(`/e/${event.slug}`)
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0)
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('a lost connection is told on the form, and nothing is lost', async ({ page, context }) => {
    const event = await openEvent()
    await institution('Offline Academy')
    await page.goto(`/e/${event.slug}/register`)
    const { fillForm } = await import('./support/person.ts')
    await fillForm(page, { email: newEmail('off'), given: 'Off', family: 'Line', institution: 'Offline Academy' })
    await context.setOffline(true)
    const send = page.getByRole('button', { name: 'Reserve my place' })
    await send.click()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be sent' })).toBeFocused()
    await expect(send).not.toHaveAttribute('aria-busy')
    await expect(page.getByLabel('Family name')).toHaveValue('Line')
    await context.setOffline(false)
    await send.click()
    await page.waitForURL(/\/r\//)
  })
})
