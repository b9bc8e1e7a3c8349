import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime, { type Email } from 'postal-mime'

/** The messages that came in for an address, oldest first. */
export async function mailTo(address: string): Promise<Email[]> {
  const folder = path.join(process.env.SERAI_DATA ?? '', 'mail')
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => path.join(folder, file))
  const mine = files
    .filter((file) => recipientsIn(file).includes(address.toLowerCase()))
    .map((file) => readFileSync(file))
  return Promise.all(mine.map((bytes) => PostalMime.parse(bytes.subarray(bytes.indexOf('\n') + 1))))
}

// Thousands lie there in the end, and whoever waits looks again and again: each is opened once.
const known = new Map<string, string[]>()
function recipientsIn(file: string): string[] {
  const found = known.get(file) ?? recipients(readFileSync(file))
  known.set(file, found)
  return found
}

/** Waits for the first message to an address that satisfies `wanted`. */
export async function waitForMail(address: string, wanted: (mail: Email) => boolean = () => true): Promise<Email> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    const found = (await mailTo(address)).find(wanted)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`No such mail to ${address} within 90 s.`)
}

function recipients(bytes: Buffer): string[] {
  const envelope = JSON.parse(bytes.subarray(0, bytes.indexOf('\n')).toString()) as string[]
  return envelope.map((address) => address.toLowerCase())
}
