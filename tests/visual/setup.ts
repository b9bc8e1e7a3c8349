import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from '#tests/e2e/support/browser'
import setup from '#tests/e2e/support/setup'

const NODE = path.resolve('node_modules/node/bin/node')
const CLOCK = `--import=${pathToFileURL(path.resolve('tests/visual/clock.ts')).href}`

/** The server of the browser tests, its clock standing still, with the pictures' data and a session of its administrator. */
export default async function setupPictures(): Promise<() => Promise<void>> {
  const usual = process.env.NODE_OPTIONS
  Object.assign(process.env, { PICTURES_BEGAN: String(Date.now()), NODE_OPTIONS: `${usual ?? ''} ${CLOCK}` })
  const stop = await setup()
  try {
    const flags = ['--conditions=react-server', '--import=./lib/server/quick-imports.ts', 'tests/visual/data.ts']
    const screens = execFileSync(NODE, flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    if (usual === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = usual
    process.env.PICTURES = screens
    await signIn(JSON.parse(screens).signIn)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

async function signIn(link: string): Promise<void> {
  const browser = await chromium.launch(await findBrowser())
  const page = await browser.newPage({ baseURL: process.env.SERAI_URL, locale: 'en-GB' })
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/desk$/)
  process.env.PICTURES_SESSION = path.join(process.env.SERAI_DATA ?? '', 'session.json')
  await page.context().storageState({ path: process.env.PICTURES_SESSION })
  await browser.close()
}
