import { expect, type Page } from '@playwright/test'
import { registered } from '#tests/setup/factories'
import { makeAnswer } from '#tests/setup/forms'
import { signIn, type TestEvent } from './person.ts'

/** An organizer in front of the form of an event. */
export async function atTheForm(page: Page, event: TestEvent, email: string): Promise<void> {
  await signIn(page, { email, role: 'organizer', event })
  await page.goto(`/desk/${event.slug}/form`)
}

export async function addSection(page: Page, title: string, stage?: string): Promise<void> {
  await page
    .getByRole('link', { name: /Add (a|the first) section/ })
    .first()
    .click()
  await page.getByLabel('Title · English').fill(title)
  if (stage) await page.getByRole('radio', { name: stage }).check()
  await page.getByRole('button', { name: 'Add the section' }).click()
  await expect(page.getByText(`The section “${title}” is added.`)).toBeVisible()
}

/** Takes a ready-made question for a section. */
export async function addReady(page: Page, section: string, name: string): Promise<void> {
  await page.getByRole('link', { name: `Add a question to “${section}”` }).click()
  await page.getByRole('button', { name }).click()
  await expect(page.getByText(`“${name}” is added`)).toBeVisible()
}

/** Opens the form of a new question of a kind. */
export async function newQuestion(page: Page, section: string, kind: string): Promise<void> {
  await page.getByRole('link', { name: `Add a question to “${section}”` }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${kind}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'New question' })).toBeVisible()
}

/** The names of the questions as the outline shows them, in order. */
export const questionsShown = (page: Page): Promise<string[]> =>
  page.locator('.builder-question-text > a').allTextContents()

/** People who have answered a question, whose address is open. */
export async function answers(page: Page, event: TestEvent, given: readonly string[]): Promise<void> {
  const questionId = new URL(page.url()).pathname.split('/').pop() ?? ''
  const { makeInstitution } = await import('#tests/setup/factories')
  const { db } = await import('#db/client')
  const { currentNotice } = await import('#lib/events/queries/event')
  const notice = await currentNotice(db(), event.id, 'en', 'en')
  const institutionId = await makeInstitution()
  for (const text of given) {
    const person = await registered({ ...event, noticeId: notice?.id ?? '', institutionId }, {}, new Date())
    await makeAnswer(person.attendeeId, questionId, text)
  }
}

/** Nothing is wider than a phone. */
export async function expectNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (size) await page.setViewportSize(size)
}
