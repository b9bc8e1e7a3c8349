import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { transaction } from '#db/client'
import { system } from '#lib/auth/actor'
import { addUser, mintSignIn } from '#lib/auth/mutations'
import { createEvent } from '#lib/events/mutations/create'
import type { NewEvent } from '#lib/events/schema/new-event'
import { addInstitution } from '#lib/institutions/mutations/add'
import { grantRole } from '#lib/team/mutations/grant'

export const TEST = system('test')

export type TestEvent = { id: string; slug: string; title: string; typeIds: string[] }

/** An event that is open now, with a name of its own. */
export async function openEvent(change: Partial<NewEvent> = {}): Promise<TestEvent> {
  const slug = `e-${randomUUID().slice(0, 8)}`
  const title = `Conference ${slug}`
  const made = await createEvent(TEST, {
    slug,
    startsOn: day(60),
    endsOn: day(61),
    timeZone: 'Asia/Bishkek',
    opensAt: new Date(Date.now() - 86_400_000),
    closesAt: new Date(Date.now() + 30 * 86_400_000),
    countryCode: 'KG',
    contactEmail: 'office@conference.test',
    capacity: 50,
    texts: { en: { title, city: 'Bishkek' }, ru: { title: `Конференция ${slug}`, city: 'Бишкек' } },
    types: [
      { en: 'University faculty', ru: 'Преподаватель университета' },
      { en: 'Researcher', ru: 'Исследователь' },
    ],
    notice: { en: 'How we use your data.', ru: 'Как мы используем ваши данные.' },
    ...change,
  })
  if (!made.ok) throw new Error(made.reason)
  return { ...made.value, title }
}

/** An institution with names in several scripts, of this test alone. */
export async function institution(name: string): Promise<string> {
  return transaction((tx) =>
    addInstitution(tx, { name, city: 'Bishkek', country: 'KG', names: [], identifiers: [] }, new Date()),
  )
}

export type Typed = {
  email: string
  given: string
  family: string
  native?: string
  institution: string
  country?: string
  type?: string
  phone?: string
}

export const newEmail = (name: string) => `${name}.${randomUUID().slice(0, 8)}@mail.test`

/** Fills in the registration form by its labels, as a reader of the page would. Works with and without script. */
export async function fillForm(page: Page, typed: Typed): Promise<void> {
  await page.getByLabel('E-mail').fill(typed.email)
  await page.getByLabel('Given name').fill(typed.given)
  await page.getByLabel('Family name').fill(typed.family)
  if (typed.native) await page.getByLabel('Name in your own script').fill(typed.native)
  await page.getByLabel('University or organization').fill(typed.institution)
  await page.keyboard.press('Escape')
  await page.getByLabel('Country', { exact: true }).selectOption({ label: typed.country ?? 'Kyrgyzstan' })
  await page.getByRole('radio', { name: typed.type ?? 'University faculty' }).check()
  if (typed.phone) await page.getByLabel('Phone').fill(typed.phone)
  await page.getByRole('checkbox', { name: /privacy notice/ }).check()
}

/** Registers somebody and answers the private page's address. */
export async function registerOn(page: Page, event: TestEvent, typed: Typed): Promise<string> {
  await page.goto(`/e/${event.slug}/register`)
  await fillForm(page, typed)
  await page.getByRole('button', { name: /Reserve my place|Join the waiting list/ }).click()
  await page.waitForURL(/\/r\//)
  return page.url()
}

/** Signs somebody in through a one-time link, pressing the button it shows. */
export async function signIn(
  page: Page,
  { email, role, event }: { email: string; role: 'admin' | 'organizer' | 'staff'; event?: TestEvent },
): Promise<void> {
  await addUser(TEST, { email, admin: role === 'admin' })
  if (role !== 'admin' && event) await grantRole(TEST, { emails: [email], slug: event.slug, role })
  const token = await mintSignIn(TEST, email)
  await page.goto(`/sign-in/${token}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/desk$/)
}

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
