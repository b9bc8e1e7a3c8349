import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { parseCsv } from 'hucre/csv'
import { db } from '#db/client'
import { auditEntries } from '#db/schema/audit'
import { linkToken } from '#lib/auth/link'
import { PDF } from '#tests/setup/files'
import { answersTo } from '#tests/setup/forms'
import { askingEvent } from './support/asked.ts'
import { signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const entriesOf = (subjectId: string, verb: string) =>
  db()
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, subjectId), eq(auditEntries.verb, verb)))
const record = (slug: string, id: string) => `/desk/${slug}/attendees/${id}`

for (const javaScriptEnabled of [true, false])
  test(`sensitive answers come by a press that is written down, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    newPerson,
  }) => {
    const { event, aida } = await askingEvent()
    const page = await newPerson({ javaScriptEnabled })
    await signIn(page, { email: `reader-${javaScriptEnabled}@desk.test`, role: 'organizer', event })
    await page.goto(record(event.slug, aida))
    await expect(answer(page, 'What do you avoid?')).toHaveText('Honey')
    await expect(answer(page, 'Tours')).toHaveText('Lake; Bazaar')
    await expect(answer(page, 'Emergency phone')).toHaveText('not answered yet')
    await expect(page.getByText('Needs a lift')).toHaveCount(0)
    expect(await page.content()).not.toContain('Needs a lift')
    expect(await entriesOf(aida, 'attendee.read-sensitive')).toHaveLength(0)
    if (javaScriptEnabled) await checkA11y(page)
    await page.getByRole('button', { name: 'Show sensitive answers' }).click()
    await expect(answer(page, 'Health')).toHaveText('Needs a lift')
    expect(await entriesOf(aida, 'attendee.read-sensitive')).toHaveLength(1)
    if (javaScriptEnabled) await checkA11y(page)
    await page.goto(record(event.slug, aida))
    await expect(page.getByText('Needs a lift')).toHaveCount(0)
    await expect(page.getByText('Sensitive answers read')).toBeVisible()
  })

test('staff see that there are sensitive answers, and answer for nobody', async ({ page }) => {
  const { event, aida } = await askingEvent()
  await signIn(page, { email: 'staff@answers.test', role: 'staff', event })
  await page.goto(record(event.slug, aida))
  await expect(page.getByText('There is one sensitive answer. Only organizers can read it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show sensitive answers' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Answer questions' })).toHaveCount(0)
  expect((await page.request.get(`${record(event.slug, aida)}/answers`)).status()).toBe(404)
  await page.goto(`/desk/${event.slug}/attendees`)
  await expect(page.getByText('With sensitive answers')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false])
  test(`an organizer answers for somebody, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ newPerson }) => {
    const { event, berik } = await askingEvent()
    const page = await newPerson({ javaScriptEnabled })
    await signIn(page, { email: `writer-${javaScriptEnabled}@desk.test`, role: 'organizer', event })
    await page.goto(record(event.slug, berik))
    await page.getByRole('link', { name: 'Answer questions' }).click()
    if (javaScriptEnabled) {
      await expect(page.getByLabel('What do you avoid?')).toBeHidden()
      await checkA11y(page)
    }
    await page.getByRole('radio', { name: 'Vegan' }).check()
    await page.getByLabel('What do you avoid?').fill('Honey and milk')
    await page.getByRole('checkbox', { name: 'Tower' }).check()
    await page.getByLabel('Room').fill('12b')
    await page.getByLabel('Passport copy').setInputFiles({ name: 'Pass.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByLabel('Nights').fill('9')
    await page.getByRole('button', { name: 'Save' }).click()

    // Refused as a whole, with everything in its place, the file too.
    const summary = page.getByRole('alert').filter({ hasText: 'One answer needs another look' })
    await expect(summary.getByRole('link', { name: 'Nights: 5 is the most' })).toBeVisible()
    await expect(page.getByLabel('What do you avoid?')).toHaveValue('Honey and milk')
    await expect(page.getByRole('radio', { name: 'Vegan' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: 'Tower' })).toBeChecked()
    await expect(page.getByText('Received: Pass.pdf')).toBeVisible()
    if (javaScriptEnabled) {
      await expect(summary).toBeFocused()
      await checkA11y(page)
      await page.getByRole('radio', { name: 'Anything' }).check()
      await expect(page.getByLabel('What do you avoid?')).toBeHidden()
      await page.getByRole('radio', { name: 'Vegan' }).check()
    }
    await page.getByLabel('Nights').fill('3')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The answers of Berik Silent are saved.')).toBeVisible()
    await expect(answer(page, 'Nights')).toHaveText('3')
    await expect(answer(page, 'Room')).toHaveText('12b')
    await expect(answer(page, 'Passport copy').getByRole('link')).toHaveAttribute('href', /^\/api\/files\//)
    await expect(page.getByText('What do you avoid?: empty → Honey and milk')).toBeVisible()
  })

test('what somebody else saved meanwhile is told before it is overwritten', async ({ page, newPerson }) => {
  const { event, berik } = await askingEvent()
  await signIn(page, { email: 'first@answers.test', role: 'organizer', event })
  const second = await newPerson()
  await signIn(second, { email: 'second@answers.test', role: 'organizer', event })
  for (const one of [page, second]) await one.goto(`${record(event.slug, berik)}/answers`)
  await second.getByLabel('Room').fill('7')
  await second.getByRole('button', { name: 'Save' }).click()
  await expect(second.getByText('are saved')).toBeVisible()
  await page.getByLabel('Nights').fill('2')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Room: empty → 7')).toBeVisible()
  await expect(page.getByLabel('Nights')).toHaveValue('2')
})

test('a filter and a column of the form, and the file says what the screen says', async ({ page }) => {
  const { event, ids, aida } = await askingEvent()
  await signIn(page, { email: 'lister@answers.test', role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/attendees`)
  await page.getByText('Columns', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Diet' }).check()
  await page.getByRole('checkbox', { name: 'Anything else' }).check()
  await expect(page.getByRole('columnheader', { name: 'Anything else' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Health' })).toHaveCount(0)
  await checkA11y(page)
  await page.keyboard.press('Escape')
  await page.locator('.answer-filters > summary').click()
  await page.locator('.answer-filters').getByLabel('Diet').selectOption({ label: 'Vegan (1)' })
  await expect(page.getByRole('link', { name: 'Remove filter: Diet: Vegan' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await checkA11y(page)
  await page.keyboard.press('Escape')

  const row = page.getByRole('row').last()
  const shown = await row.getByRole('cell').allInnerTexts()
  const file = await saved(page, () => page.getByRole('link', { name: /as CSV/ }).click())
  const [heads = [], first = []] = parseCsv(file)
  const of = (head: string) => String(first[heads.indexOf(head)] ?? '')
  expect(shown.join('\n')).toContain(of('Diet'))
  expect(of('Diet')).toBe('Vegan')
  // Cut on the screen by its style alone, whole in the file.
  expect(of('Anything else')).toMatch(/^A long word .*It goes on\.$/)
  expect(heads).not.toContain('Health')

  await page.getByText('With sensitive answers').click()
  await page.getByRole('checkbox', { name: 'Health' }).check()
  await checkA11y(page)
  const whole = parseCsv(await saved(page, () => page.getByRole('button', { name: 'CSV', exact: true }).click()))
  expect([whole[0]?.at(-1), whole[1]?.at(-1)]).toEqual(['Health', 'Needs a lift'])
  const entries = await db().select().from(auditEntries).where(eq(auditEntries.eventId, event.id))
  const exports = entries.filter(({ verb }) => verb === 'roster.export').map(({ after }) => after)
  expect(exports).toContainEqual(expect.objectContaining({ questions: ['Diet', 'Anything else'], sensitive: [] }))
  expect(exports).toContainEqual(expect.objectContaining({ sensitive: ['Health'] }))

  // Tabs keep the filter; the cross takes it off; a record leads back to it.
  await page.getByRole('link', { name: /^Confirmed/ }).click()
  await expect(page).toHaveURL(new RegExp(`q\\.${ids.diet}=`))
  await page.getByRole('link', { name: 'Answering, Aida' }).click()
  await expect(page).toHaveURL(new RegExp(aida))
  await page.getByRole('navigation', { name: 'The way here' }).getByRole('link', { name: 'Attendees' }).click()
  await page.getByRole('link', { name: 'Remove filter: Diet: Vegan' }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
})

for (const javaScriptEnabled of [true, false])
  test(`a participant’s file stays while other answers are put right, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    newPerson,
  }) => {
    const { ids, berik } = await askingEvent()
    const page = await newPerson({ javaScriptEnabled })
    await page.goto(`/r/${linkToken(berik, 1)}/questions`)
    await page.getByLabel('Passport copy').setInputFiles({ name: 'Pass.pdf', mimeType: 'application/pdf', buffer: PDF })
    await page.getByRole('button', { name: 'Save my answers' }).click()
    await expect(page.getByText('Received: Pass.pdf')).toBeVisible()
    await page.getByLabel('Emergency phone').fill('+996 555 123 456')
    await page.getByRole('button', { name: 'Save my answers' }).click()
    await expect(page).toHaveURL(/answered=1/)
    expect(await answersTo(ids.visa)).toMatchObject([{ text: 'Pass.pdf' }])
  })

/** What stands beside a question. */
const answer = (page: Page, label: string) =>
  page
    .locator('.answers > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile(await download.path(), 'utf8')
}
