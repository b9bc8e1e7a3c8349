import type { Page } from '@playwright/test'

/** Where the screens stand, as the setup found them. */
export type Places = Record<
  | 'event'
  | 'full'
  | 'desk'
  | 'attendee'
  | 'waitingAttendee'
  | 'institution'
  | 'proposed'
  | 'own'
  | 'cancelled'
  | 'waiting',
  string
>

export type Screen = {
  name: string
  path: (places: Places) => string
  /** Pictured as the administrator sees it. */
  desk?: true
  /** Kept in one look only: it shows little that others do not. */
  once?: true
  /** Pictured further down than the others, in px. */
  tall?: number
  /** Pictured as the window shows it, no further. */
  window?: true
  /** What is done before the picture. */
  act?: (page: Page) => Promise<void>
}

/** Every screen there is a picture of. A new one is a line here. */
export const SCREENS: Screen[] = [
  { name: 'events', path: () => '/', once: true },
  { name: 'event', path: ({ event }) => event },
  { name: 'event-full', path: ({ full }) => full, once: true },
  { name: 'register', path: ({ event }) => `${event}/register` },
  { name: 'register-errors', path: ({ event }) => `${event}/register`, act: sendEmpty },
  { name: 'register-suggestions', path: ({ event }) => `${event}/register`, window: true, act: openSuggestions },
  { name: 'waiting', path: ({ waiting }) => `${waiting}?new=1` },
  { name: 'confirmed', path: ({ own }) => `${own}?new=1` },
  { name: 'own-edit', path: ({ own }) => `${own}/edit`, once: true },
  { name: 'own-data', path: ({ own }) => `${own}/data`, once: true },
  { name: 'cancelled', path: ({ cancelled }) => cancelled, once: true },
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'not-found', path: () => '/nowhere' },
  { name: 'desk', path: () => '/desk', desk: true, once: true },
  { name: 'list', path: ({ desk }) => `${desk}/attendees`, desk: true },
  { name: 'list-tab', path: ({ desk }) => `${desk}/attendees?status=cancelled`, desk: true, once: true },
  { name: 'list-nothing', path: ({ desk }) => `${desk}/attendees?q=nobody`, desk: true, once: true },
  { name: 'attendee', path: ({ attendee }) => attendee, desk: true },
  { name: 'attendee-waiting', path: ({ waitingAttendee }) => waitingAttendee, desk: true, once: true },
  { name: 'attendee-dialog', path: ({ attendee }) => attendee, desk: true, window: true, act: openDialog },
  { name: 'waiting-list', path: ({ desk }) => `${desk}/waiting`, desk: true, once: true },
  { name: 'invitations', path: ({ desk }) => `${desk}/invitations`, desk: true, once: true },
  { name: 'letters', path: ({ desk }) => `${desk}/messages`, desk: true, once: true },
  { name: 'outbox', path: ({ desk }) => `${desk}/mail`, desk: true, once: true },
  { name: 'registry', path: () => '/desk/institutions?country=KG', desk: true },
  { name: 'registry-search', path: () => '/desk/institutions?q=қазақ+ұлттық', desk: true, once: true },
  { name: 'registry-proposed', path: () => '/desk/institutions?status=proposed', desk: true, once: true },
  { name: 'institution', path: ({ institution }) => institution, desk: true },
  { name: 'institution-proposed', path: ({ proposed }) => proposed, desk: true, once: true },
  { name: 'account', path: () => '/desk/account', desk: true, once: true },
  { name: 'forbidden', path: () => '/desk/style/forbidden', desk: true },
  { name: 'error', path: () => '/desk/style/error', desk: true, once: true },
  { name: 'style', path: () => '/desk/style', desk: true, once: true, tall: 12_000 },
]

async function sendEmpty(page: Page): Promise<void> {
  await page.locator('[name=email]').fill('gulnara@')
  await page.locator('[name=givenName]').fill('Gulnara')
  await page.locator('main form button[type=submit]').last().click()
  await page.getByRole('alert').first().waitFor()
}

async function openSuggestions(page: Page): Promise<void> {
  await page.locator('[name=institution]').fill('медиц')
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
}

async function openDialog(page: Page): Promise<void> {
  await page.locator('main .btn-danger').first().click()
  await page.locator('dialog[open]').waitFor()
}
