import type { Page } from '@playwright/test'
import { shown } from '#tests/setup/calendar'
import { institution, newEmail, openEvent, registerOn, signIn, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

// A Thursday and a Friday.
const DAYS = { startsOn: '2031-05-15', endsOn: '2031-05-16' }
const main = (page: Page) => page.getByRole('main')

async function facts(page: Page, event: TestEvent, email: string) {
  await signIn(page, { email, role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/setup/facts`)
}
async function save(page: Page, first: string, last: string) {
  await page.getByLabel('Begins at').fill(first)
  await page.getByLabel('Ends at').fill(last)
  await main(page).getByRole('button', { name: 'Save', exact: true }).click()
}
const saved = (page: Page) => expect(main(page).getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()

test('an organizer gives an event its hours, and people see them on the page and in the calendar', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent(DAYS)
  await facts(page, event, 'hours@setup.test')
  await checkA11y(page)
  await page.getByLabel('Programme').fill('Erasmus+')
  await save(page, '09:00', '')
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByLabel('Ends at')).toHaveAccessibleDescription(/Give this time too/)
  await expect(page.getByLabel('Begins at')).toHaveValue('09:00')
  await expect(page.getByLabel('Programme')).toHaveValue('Erasmus+')
  await checkA11y(page)
  await save(page, '09:00', '17:30')
  await saved(page)
  await expect(page.getByLabel('Ends at')).toHaveValue('17:30')

  const visitor = await newPerson()
  await visitor.goto(`/e/${event.slug}`)
  await expect(main(visitor)).toContainText('Thursday 09:00 – Friday 17:30, local time (UTC+6)')
  await checkA11y(visitor)
  const file = await (await visitor.request.get(`/e/${event.slug}/event.ics`)).text()
  expect(shown(file, 'Asia/Bishkek')).toEqual(['2031-05-15 09:00', '2031-05-16 17:30'])
  expect(shown(file, 'Europe/Vilnius')).toEqual(['2031-05-15 06:00', '2031-05-16 14:30'])
  const [data = ''] = await visitor.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(data)).toMatchObject({
    startDate: '2031-05-15T09:00:00+06:00',
    endDate: '2031-05-16T17:30:00+06:00',
  })

  // Whoever takes part finds them on the own page, and sees the new ones when they change.
  await institution('Hours Academy')
  const person = { email: newEmail('hours'), given: 'Aida', family: 'Punctual', institution: 'Hours Academy' }
  const own = new URL(await registerOn(visitor, event, person)).pathname
  await expect(visitor.getByText('Thursday 09:00 – Friday 17:30, local time (UTC+6)').first()).toBeVisible()
  await checkA11y(visitor)
  await save(page, '10:15', '17:30')
  await saved(page)
  await expect(page.getByText('Days, hours or place differ')).toBeVisible()
  const mine = await (await visitor.request.get(`${own}/event.ics`)).text()
  expect(shown(mine, 'Asia/Bishkek')).toEqual(['2031-05-15 10:15', '2031-05-16 17:30'])
  await page.getByRole('button', { name: 'Tell the 1 person with a place' }).click()
  await expect(page.getByText('Days, hours or place differ')).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('hours are refused beside their fields, kept as typed, set and taken back', async ({ page }) => {
    const event = await openEvent({ ...DAYS, endsOn: DAYS.startsOn })
    await facts(page, event, 'plain-hours@setup.test')
    await save(page, '17:30', '09:00')
    await expect(page.getByLabel('Ends at')).toHaveAccessibleDescription(/must end after it begins/)
    await expect(page.getByRole('alert').getByRole('link', { name: /Ends at/ })).toBeVisible()
    await expect(page.getByLabel('Begins at')).toHaveValue('17:30')
    await save(page, '09:00', '17:30')
    await saved(page)
    await page.goto(`/e/${event.slug}?lang=ru`)
    await expect(main(page)).toContainText('Четверг, 09:00–17:30, по местному времени (UTC+6)')
    const file = await (await page.request.get(`/e/${event.slug}/event.ics`)).text()
    expect(shown(file, 'America/New_York')).toEqual(['2031-05-14 23:00', '2031-05-15 07:30'])

    await page.goto(`/desk/${event.slug}/setup/facts`)
    await page.getByRole('button', { name: 'EN, English' }).first().click()
    await save(page, '', '')
    await saved(page)
    expect(shown(await (await page.request.get(`/e/${event.slug}/event.ics`)).text(), 'UTC')).toEqual([
      DAYS.startsOn,
      DAYS.startsOn,
    ])
  })
})
