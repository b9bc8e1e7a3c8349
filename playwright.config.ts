import { defineConfig } from '@playwright/test'
import { quickBrowser } from './tests/e2e/support/browser.ts'

/** Tests in a real browser against the production build; `npm test` builds it and starts this with the conditions that server modules need. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Two cores carry the server, the browsers and the tests.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    // A press that leads nowhere fails before the whole test's time is over.
    actionTimeout: 45_000,
    browserName: 'chromium',
    // Set by the global setup, before the workers read this file.
    baseURL: process.env.SERAI_URL,
    launchOptions: await quickBrowser(),
    timezoneId: 'Asia/Kathmandu',
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every test takes a quarter of the time: `-- --trace retain-on-failure` where one is to be looked into.
    trace: 'off',
  },
})
