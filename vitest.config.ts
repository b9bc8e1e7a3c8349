import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Kathmandu's clock is 5 h 45 min ahead: code that forgets a time zone fails here.
const env = { TZ: 'Asia/Kathmandu', SERAI_SECRET: 'only-for-tests-only-for-tests-only-for-tests', SERAI_LOG: 'silent' }
const emptyServerOnly = fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url))

/** The suites of queries and mutations run once on each database engine. */
const engine = (name: 'sqlite' | 'pglite', globalSetup: string[] = []) => ({
  extends: true as const,
  test: { name, include: ['tests/lib/**/*.test.ts'], setupFiles: [`tests/setup/${name}.ts`], globalSetup },
})

export default defineConfig({
  resolve: { alias: { 'server-only': emptyServerOnly } },
  test: {
    env,
    execArgv: ['--import=./lib/server/quick-imports.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      engine('sqlite'),
      engine('pglite', ['tests/setup/pglite-image.ts']),
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/server/**/*.test.ts'] } },
    ],
  },
})
