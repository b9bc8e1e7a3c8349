import type { Page } from '@playwright/test'
import { institution, newEmail, openEvent } from './support/person.ts'
import { expect, test } from './support/test.ts'

/** Presses Tab until something with the name has focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      if (!element || element === document.body) return ''
      const labels = element.labels ? [...element.labels].map((label) => label.textContent).join(' ') : ''
      return `${element.getAttribute('aria-label') ?? ''} ${labels} ${element.textContent ?? ''}`.trim()
    })
    if (name.test(focused)) {
      // Whatever has focus shows it.
      const shown = () =>
        page.evaluate(() => {
          // A radio or box may show it on the row it stands in.
          const element = document.activeElement as HTMLElement
          return [element, element.closest('label'), element.parentElement].some((place) => {
            const style = place && getComputedStyle(place)
            return style !== null && (style.boxShadow !== 'none' || style.outlineStyle !== 'none')
          })
        })
      await expect.poll(shown, { message: `focus shows on ${focused}` }).toBe(true)
      return
    }
  }
  throw new Error(`Tab never reached ${name}`)
}

test('the registration walk works by keyboard alone', async ({ page }) => {
  const event = await openEvent()
  await institution('Keyboard Academy of Testing')
  await page.goto(`/e/${event.slug}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /Skip/ })).toBeFocused()
  await tabTo(page, /^Register$/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/register$/)
  await page.getByRole('button', { name: 'Reserve my place' }).waitFor()
  await tabTo(page, /E-mail/)
  await page.keyboard.type(newEmail('keyboard'))
  await tabTo(page, /Given name/)
  await page.keyboard.type('Keyboard')
  await tabTo(page, /Family name/)
  await page.keyboard.type('Only')

  // The list of institutions: type, arrow, Enter; the country follows.
  await tabTo(page, /University or organization/)
  await page.keyboard.type('keyboard acad')
  await expect(page.getByRole('option', { name: /Keyboard Academy of Testing/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('University or organization')).toHaveValue('Keyboard Academy of Testing')
  await expect(page.getByLabel('Country', { exact: true })).toHaveValue('KG')

  await tabTo(page, /University faculty/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Researcher' })).toBeChecked()
  await tabTo(page, /I have read the privacy notice/)
  await page.keyboard.press('Space')
  await tabTo(page, /Reserve my place/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Keyboard')

  await tabTo(page, /Give up my seat/)
  await page.keyboard.press('Enter')
  await tabTo(page, /Give up my seat/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')
})
