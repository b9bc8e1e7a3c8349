import { JSONParser } from '@streamparser/json'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** A dump of ROR that cannot be read; the message says why, for the terminal. */
export class UnreadableDump extends Error {}

export type Dump = {
  /** Name of the file within the zip. */
  name: string
  /** Its records one after another, with the share of the file read so far (0 to 1). */
  records: AsyncGenerator<{ record: unknown; share: number }>
}

/**
 * Opens an official ROR dump: a zip that holds one JSON array of records in schema 2. Streamed, so that memory stays small whatever its size.
 * Older dumps hold both schemas; the one named `v2` is read.
 */
export async function openDump(file: string): Promise<Dump> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw new UnreadableDump(`${file} cannot be read as a zip: ${error.message}`)
  })
  const entries = []
  for await (const entry of zip.eachEntry()) if (/\.json$/i.test(entry.fileName)) entries.push(entry)
  const entry = entries.find(({ fileName }) => fileName.includes('v2')) ?? entries[0]
  if (!entry) throw new UnreadableDump(`${file} holds no JSON file.`)
  return { name: entry.fileName, records: recordsOf(zip, entry) }
}

async function* recordsOf(zip: ZipFile, entry: Entry): Dump['records'] {
  const stream = await zip.openReadStreamPromise(entry)
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false })
  let ready: unknown[] = []
  parser.onValue = ({ value }) => void ready.push(value)
  let failure: Error | undefined
  parser.onError = (error) => {
    failure = error
  }
  let read = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    read += chunk.length
    parser.write(chunk)
    if (failure) throw new UnreadableDump(`${entry.fileName} is not JSON as ROR writes it: ${failure.message}`)
    for (const record of ready) yield { record, share: read / entry.uncompressedSize }
    ready = []
  }
  if (!parser.isEnded) throw new UnreadableDump(`${entry.fileName} ends in the middle of a record.`)
  zip.close()
}
