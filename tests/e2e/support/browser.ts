import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

type Browser = { executablePath: string; args: string[]; env?: Record<string, string> }

/** Without these a browser calls its maker at every start, which a closed network answers slowly. */
const QUIET = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** How to launch a Chromium: the one that SERAI_CHROMIUM names, an installed one, or the one from npm. SERAI_CHROMIUM=npm insists on the last. */
export async function findBrowser(): Promise<Browser> {
  const wish = process.env.SERAI_CHROMIUM
  const installed = wish === 'npm' ? undefined : (wish ?? installedBrowser())
  return installed ? { executablePath: installed, args: QUIET } : browserFromNpm()
}

/** The same for walking through the pages: the one from npm first, where there is one. It has no windows to draw, and takes half the time and less. */
export async function quickBrowser(): Promise<Browser> {
  return process.env.SERAI_CHROMIUM || !fromNpm ? findBrowser() : browserFromNpm()
}

const fromNpm = process.platform === 'linux' && process.arch === 'x64'

function installedBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const places = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [
    ...names.flatMap((name) => places.map((place) => path.join(place, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return candidates.find((file) => existsSync(file))
}

/** Unpacked once, beside the packages: the package itself would leave it in the machine's folder for temporary files. */
async function browserFromNpm(): Promise<Browser> {
  if (!fromNpm) {
    throw new Error('No Chromium or Chrome was found. Install one, or name it: SERAI_CHROMIUM=/path/to/chrome')
  }
  const folder = path.resolve('node_modules/.cache/serai-chromium')
  mkdirSync(folder, { recursive: true })
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const usual = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const executablePath = await chromium.executablePath()
    if (!lacksLibraries(executablePath)) return { executablePath, args: QUIET }
    // A bare machine lacks the libraries of a browser; the package brings them for one such system.
    await inflate(path.resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
    const env = { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } as Record<string, string>
    return { executablePath, args: QUIET, env }
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
}

function lacksLibraries(file: string): boolean {
  try {
    return execFileSync('ldd', [file], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}
