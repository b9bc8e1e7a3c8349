import { expect, type Page, test } from '@playwright/test'
import { SCREENS } from './screens.ts'

/** What differs from run to run is covered: codes, private links, the reference of an error. */
const RANDOM = '.ticket-stub svg, .ticket-code, .own-link-text, .reference strong, [data-random]'
const LONGEST_PX = 1800

for (const { name, path, desk, once, tall = LONGEST_PX, window = false, act } of SCREENS) {
  test.describe(() => {
    if (desk) test.use({ storageState: process.env.PICTURES_SESSION })

    test(name, async ({ page }, { project }) => {
      test.skip(once === true && project.metadata.once === false, 'kept in one look only')
      // Each event has a cloth of its own, and each run events of its own.
      await page.route(/\/ornament\/[^/]+\/[^/]+\/[0-9a-f]{8}-[0-9a-f-]{27}$/, (route) =>
        route.continue({
          url: route
            .request()
            .url()
            .replace(/[^/]+$/, 'vilnius-project-meeting'),
        }),
      )
      await page.goto(path(JSON.parse(process.env.PICTURES ?? '{}')))
      await act?.(page)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready)
      // A private link breaks elsewhere each time, and a code has another width.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('.own-link-text'))
          one.textContent = `https://serai.example/r/${'a'.repeat(46)}`
        for (const one of document.querySelectorAll('.ticket-code')) one.textContent = 'CODE23'
      })
      const { width = 0, height = 0 } = page.viewportSize() ?? {}
      const whole = await settledHeight(page)
      await expect(page).toHaveScreenshot(`${name}.png`, {
        fullPage: true,
        clip: { x: 0, y: 0, width, height: window ? height : Math.max(height, Math.min(whole, tall)) },
        mask: [page.locator(RANDOM)],
        maskColor: '#888888',
      })
    })
  })
}

/** How high the page is once it has stood still for a while: scripts add buttons. */
async function settledHeight(page: Page): Promise<number> {
  for (let last = -1; ; await page.waitForTimeout(500)) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    if (height === last) return height
    last = height
  }
}
