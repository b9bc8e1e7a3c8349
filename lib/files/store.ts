import 'server-only'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { env } from '#lib/env'

/** The bytes of files, under `<data>/files/<two signs>/<id>`. Paths are made of ids alone. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{10})([0-9a-f]{2})$/
const root = () => path.join(env().dataFolder, 'files')

/** Writes the bytes of a file: they are on disk, whole, when the promise resolves. */
export async function writeBytes(id: string, bytes: Uint8Array): Promise<void> {
  const file = pathOf(id)
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.part`
  try {
    await withHandle(unfinished, 'w', async (handle) => {
      await handle.writeFile(bytes)
      await handle.sync()
    })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  // The name is on disk when its folder is; Windows has no such thing and opens no folders.
  if (process.platform !== 'win32') await withHandle(folder, 'r', (handle) => handle.sync())
}

/** The bytes of a file as a stream for an answer, with their number; null when there are none. */
export async function openBytes(id: string): Promise<{ stream: ReadableStream<Uint8Array>; size: number } | null> {
  const file = pathOf(id)
  const found = await stat(file).catch(() => null)
  if (!found) return null
  return { stream: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, size: found.size }
}

/** The bytes of a file in memory, for small ones; null when there are none. */
export const readBytes = (id: string): Promise<Buffer | null> => readFile(pathOf(id)).catch(() => null)

/** What is stored, also what was left unfinished, with the moment it was written. */
export async function* storedFiles(): AsyncGenerator<{ id: string; writtenAt: Date; remove: () => Promise<void> }> {
  for (const folder of await readdir(root()).catch(() => []))
    for (const name of await readdir(path.join(root(), folder)).catch(() => [])) {
      const id = name.replace(/\.part$/, '')
      const file = path.join(root(), folder, name)
      const found = UUID.test(id) ? await stat(file).catch(() => null) : null
      if (found) yield { id, writtenAt: found.mtime, remove: () => rm(file, { force: true }) }
    }
}

/** The last signs of an id are random, the first are the time: so the folders fill evenly. */
function pathOf(id: string): string {
  const folder = UUID.exec(id)?.[2]
  if (!folder) throw new Error('A file is stored under its id alone.')
  return path.join(root(), folder, id)
}

async function withHandle(
  file: string,
  flags: string,
  work: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await work(handle)
  } finally {
    await handle.close()
  }
}
