import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migratePostgresql, migrationsFor } from '#db/migrate'

/** A migrated PostgreSQL, made once: each test file starts from a copy, since making a cluster takes seconds and copying one does not. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'serai-pglite-'))
  const image = join(folder, 'image.tar')
  const connection = new PGlite()
  await migratePostgresql(connection, migrationsFor('postgresql'))
  const dump = await connection.dumpDataDir('none')
  writeFileSync(image, new Uint8Array(await dump.arrayBuffer()))
  await connection.close()
  project.provide('pgliteImage', image)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    pgliteImage: string
  }
}
