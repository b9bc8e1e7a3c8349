import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'

export { expect }

type Support = {
  /** What the browser may complain of in this test, such as the status of a page that is refused on purpose. */
  expectedErrors: RegExp[]
  /** A page in a browser of its own: another person. It is watched like `page`. */
  newPerson: (options?: BrowserContextOptions) => Promise<Page>
}

/** Playwright's `test`, in which whatever the browser complains of fails the test: an error in the console, an exception, a broken policy. */
export const test = base.extend<Support & { complaints: string[] }>({
  expectedErrors: [[], { option: true }],
  complaints: [
    async ({ expectedErrors }, use) => {
      const complaints: string[] = []
      await use(complaints)
      const unexpected = complaints.filter((complaint) => !expectedErrors.some((pattern) => pattern.test(complaint)))
      expect(unexpected, 'what the browser complained of').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    watch(context, complaints)
    await use(context)
  },
  newPerson: async ({ browser, complaints, baseURL, contextOptions, locale, timezoneId }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, locale, timezoneId, ...contextOptions, ...options })
      contexts.push(context)
      watch(context, complaints)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

/** Fails on anything axe finds against WCAG 2.2 AA, in the light and in the dark look. The page needs JavaScript. */
export async function checkA11y(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Our pages have no frames: judged within the page itself, no second page is opened to finish.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    // The dark look differs from the light one in nothing but its colours.
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(RULES)
      : axe.withRules(['color-contrast'])
    ).analyze()
    const told = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary}`),
    )
    expect(told, `axe on ${page.url()} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
}
