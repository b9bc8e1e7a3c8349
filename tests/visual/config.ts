import { defineConfig } from '@playwright/test'
import { findBrowser } from '#tests/e2e/support/browser'

/**
 * Pictures of the screens, compared with kept ones: `npm run test:visual`, and `-- --update` to renew them. Not part of
 * `npm test`, as letters are drawn a little differently on each machine. `-- --project=en-390-light` and `-g attendee` choose.
 * Kept are both looks of a phone and a screen, and the phone in Russian: at one pixel a point and cut below 1,800 px, and reduced to 256 colours: about
 * 5 MB. With PICTURES_ALL=yes all twelve are taken, to be looked at; the others go to test-results/pictures.
 */
const WIDTHS = { 390: 844, 768: 1024, 1440: 900 }
const LANGUAGES = { en: 'en-GB', ru: 'ru-RU' }
const LOOKS = ['light', 'dark'] as const
const KEPT = ['en-390-light', 'en-390-dark', 'en-1440-light', 'en-1440-dark', 'ru-390-light']
/** Where a screen is kept that is kept in one look only. */
const ONCE = ['en-390-dark', 'en-1440-light']

const projects = Object.entries(LANGUAGES).flatMap(([language, locale]) =>
  Object.entries(WIDTHS).flatMap(([width, height]) =>
    LOOKS.map((colorScheme) => {
      const name = `${language}-${width}-${colorScheme}`
      const kept = KEPT.includes(name)
      const folder = kept ? '{testDir}/pictures' : '{testDir}/../../test-results/pictures'
      return {
        name,
        metadata: { kept, once: !kept || ONCE.includes(name) },
        snapshotPathTemplate: `${folder}/{projectName}/{arg}{ext}`,
        use: { locale, colorScheme, viewport: { width: Number(width), height }, hasTouch: Number(width) < 1000 },
      }
    }),
  ),
)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './setup.ts',
  outputDir: '../../test-results/visual',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: {
    timeout: 30_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled', caret: 'hide', scale: 'css' },
  },
  use: {
    browserName: 'chromium',
    baseURL: process.env.SERAI_URL,
    launchOptions: await findBrowser(),
    timezoneId: 'Asia/Bishkek',
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: process.env.PICTURES_ALL ? projects : projects.filter(({ metadata }) => metadata.kept),
})
