import type { Page } from '@playwright/test'
import { openEvent, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const admin = (page: Page) => signIn(page, { email: 'style.admin@desk.test', role: 'admin' })

test.describe('for an administrator', () => {
  test('every part is shown, in order for a screen reader', async ({ page }) => {
    await admin(page)
    await page.goto('/desk/style')
    await checkA11y(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Style')
    // What stands there to be seen takes neither the focus nor the reader's attention.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('a dialog gives the focus to what is harmless or to be filled in, and back', async ({ page }) => {
    await admin(page)
    await page.goto('/desk/style')
    const ask = page.getByRole('button', { name: 'Cancel the registration…' })
    await ask.click()
    const dialog = page.getByRole('dialog', { name: 'Cancel Gulnara Bekova’s registration?' })
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await checkA11y(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(ask).toBeFocused()
    await page.getByRole('button', { name: 'Add a note…' }).click()
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.getByRole('dialog', { name: 'Add a note' }).getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog', { name: 'Add a note' })).toBeHidden()
  })

  test('a toast is read out politely, waits for whoever is at it, and goes', async ({ page }) => {
    await admin(page)
    await page.goto('/desk/style')
    await page.clock.install()
    await page.getByRole('link', { name: 'Show one' }).click()
    const toast = page.locator('.toast:not(.toast-inline)')
    const text = toast.getByRole('status')
    await expect(text).toHaveText('It goes after eight seconds, unless you are at it.')
    await expect(toast).toBeInViewport()
    await toast.hover()
    await page.clock.runFor(20_000)
    await expect(toast).toBeVisible()
    await page.mouse.move(0, 0)
    await toast.getByRole('button', { name: 'Close' }).focus()
    await page.clock.runFor(20_000)
    await expect(toast).toBeVisible()
    await page.locator('main').focus()
    await page.clock.runFor(9_000)
    await expect(toast).toHaveCount(0)
    // One that can be undone stays, and the focus does not fall out of the page with its button.
    const undo = page.locator('.toast-inline').filter({ hasText: 'Undo' })
    await expect(undo).toBeVisible()
    await undo.getByRole('button', { name: 'Close' }).click()
    await expect(undo).toHaveCount(0)
    await expect(page.locator('main')).toBeFocused()
  })
})

test.describe('amiss', () => {
  // React's 441 is a server component that threw, told without its message.
  test.use({ expectedErrors: [/40[134]|500|#441/] })

  test('the pages one meets when something is amiss', async ({ page }) => {
    await admin(page)
    for (const [name, title, way] of [
      ['missing', 'There is no such page', 'To the desk'],
      ['forbidden', 'This is not open to you', 'To the desk'],
      ['unauthorized', 'Sign in to go on', 'Sign in'],
      ['error', 'Something went wrong', 'Try again'],
    ] as const) {
      await page.goto(`/desk/style/${name}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('main').getByText(way, { exact: true })).toBeVisible()
      await checkA11y(page)
    }
  })
})

test('nobody else finds it', async ({ page }) => {
  const event = await openEvent()
  await signIn(page, { email: 'style.organizer@desk.test', role: 'organizer', event })
  for (const address of ['/desk/style', '/desk/style/forbidden', '/desk/style/error'])
    expect((await page.request.get(address)).status()).toBe(404)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  const seen = async (page: Page) => {
    const tab = page.getByRole('navigation', { name: 'Example of tabs' }).locator('[aria-current]')
    await tab.scrollIntoViewIfNeeded()
    const { x = 0, width = 0 } = (await tab.boundingBox()) ?? {}
    return x >= 0 && x + width <= 390
  }

  test('the current tab is seen', async ({ page }) => {
    await admin(page)
    await page.goto('/desk/style')
    await expect.poll(() => page.locator('.tabs').evaluate((row) => row.scrollLeft)).toBeGreaterThan(0)
    expect(await seen(page)).toBe(true)
  })

  test('without script the tabs wrap, dialogs unfold and toasts stand in the page', async ({ page, newPerson }) => {
    await admin(page)
    const plain = await newPerson({ javaScriptEnabled: false, storageState: await page.context().storageState() })
    await plain.setViewportSize({ width: 390, height: 844 })
    await plain.goto('/desk/style?toast=1')
    expect(await plain.locator('.tabs').evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0)
    await plain.getByText('Cancel the registration…').click()
    await expect(plain.locator('details[open]').getByRole('button', { name: 'Cancel it' })).toBeVisible()
    const toast = plain.locator('.toast:not(.toast-inline)')
    await expect(toast).toHaveText('It goes after eight seconds, unless you are at it.')
    await expect(toast).toHaveCSS('position', 'static')
  })
})
