import { setTimeout as pause } from 'node:timers/promises'
import { system } from '#lib/auth/actor'
import { openDump, UnreadableDump } from '#lib/cli/dump'
import { progressBar } from '#lib/cli/progress'
import { type ImportCounts, importRecords, NO_COUNTS } from '#lib/institutions/mutations/import'

const actor = system('command-line')

/** Small enough that a registration waits for one hardly noticeably. */
const BATCH = 50

/** `institutions import FILE.zip`: takes an official ROR dump into the registry, beside the running server. */
export async function institutions([verb, file]: string[]): Promise<number> {
  if (verb !== 'import' || !file) {
    console.error('Use: npm run serai -- institutions import FILE.zip')
    return 2
  }
  try {
    const dump = await openDump(file)
    const counts = await importDump(dump)
    console.log(
      `${dump.name}: ${counts.added} added, ${counts.updated} updated, ${counts.retired} retired, ` +
        `${counts.unchanged} unchanged, ${counts.skipped} skipped.`,
    )
    return counts.added + counts.updated + counts.retired + counts.unchanged > 0 ? 0 : nothingIn(dump.name)
  } catch (error) {
    if (!(error instanceof UnreadableDump)) throw error
    console.error(error.message)
    return 1
  }
}

async function importDump(dump: Awaited<ReturnType<typeof openDump>>): Promise<ImportCounts> {
  const total = { ...NO_COUNTS }
  const bar = progressBar(dump.name)
  let batch: unknown[] = []
  for await (const { record, share } of dump.records) {
    batch.push(record)
    if (batch.length < BATCH) continue
    await take()
    bar.show(share)
  }
  if (batch.length > 0) await take()
  bar.end()
  return total

  async function take() {
    const began = performance.now()
    const result = await importRecords(actor, batch, dump.name)
    if (!result.ok) throw new Error(`The import was refused: ${result.reason}`)
    for (const [what, n] of Object.entries(result.value)) total[what as keyof ImportCounts] += n
    batch = []
    // The running server gets as long to write as the batch took.
    await pause(performance.now() - began)
  }
}

function nothingIn(name: string): number {
  console.error(`${name} holds no record of ROR's schema 2. Dumps: https://doi.org/10.5281/zenodo.6347574`)
  return 1
}
