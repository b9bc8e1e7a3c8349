import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of this test file's own, and the configuration that points there. Imported before anything reads the environment. */
export const folder = mkdtempSync(join(tmpdir(), 'serai-test-'))
process.env.SERAI_DATA = folder
process.env.SERAI_SECRET = 'a-secret-for-tests-only-0123456789abcdef'
process.env.SERAI_URL = 'https://serai.test'
process.env.SERAI_LOG = 'silent'
