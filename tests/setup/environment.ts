import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A folder of this process's own, and the configuration that points there. Imported before anything reads the environment. Test files share the process, one after the other. */
export const folder = mkdtempSync(join(inject('folder'), 'process-'))
process.env.SERAI_DATA = folder
process.env.SERAI_SECRET = 'a-secret-for-tests-only-0123456789abcdef'
process.env.SERAI_URL = 'https://serai.test'
process.env.SERAI_LOG = 'silent'
