import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Kathmandu's clock is 5 h 45 min ahead: code that forgets a time zone fails here.
const env = { TZ: 'Asia/Kathmandu', SERAI_SECRET: 'only-for-tests-only-for-tests-only-for-tests', SERAI_LOG: 'silent' }
const emptyServerOnly = fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url))

/**
 * The suites of queries and mutations run once on each database engine. Files share a process, one after the other, each with a database of its own; those
 * that put something else in a module's place are `apart`.
 */
const engine = (name: 'sqlite' | 'pglite', isolate: boolean) => ({
  extends: true as const,
  test: {
    name: isolate ? `${name} apart` : name,
    include: [isolate ? APART : 'tests/lib/**/*.test.ts'],
    exclude: isolate ? [] : [APART],
    setupFiles: [`tests/setup/${name}.ts`],
    globalSetup: ['tests/setup/folder.ts', ...(name === 'pglite' ? ['tests/setup/pglite-image.ts'] : [])],
    isolate,
  },
})
const APART = 'tests/lib/**/*.apart.test.ts'

export default defineConfig({
  resolve: { alias: { 'server-only': emptyServerOnly } },
  test: {
    env,
    execArgv: ['--import=./lib/server/quick-imports.ts'],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      ...[false, true].flatMap((apart) => [engine('sqlite', apart), engine('pglite', apart)]),
      { extends: true, test: { name: 'unit', include: ['tests/*.test.ts', 'tests/server/**/*.test.ts'] } },
    ],
  },
})
