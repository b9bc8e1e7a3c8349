import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { ownServer } from './support/own-server.ts'
import { openEvent, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

// Every page here is refused, or fails, on purpose.
test.use({ expectedErrors: [/status of (404|500)/] })

const WORDS = {
  en: {
    noPage: 'There is no such page',
    badLink: 'This link opens no registration',
    noInvitation: 'This link opens no invitation',
    fault: 'Something went wrong',
  },
  ru: {
    noPage: 'Такой страницы нет',
    badLink: 'Эта ссылка не открывает регистрацию',
    noInvitation: 'По этой ссылке нет приглашения',
    fault: 'Что-то пошло не так',
  },
} as const

for (const language of ['en', 'ru'] as const)
  test(`pages that are not there say so without JavaScript, ${language}`, async ({ page, newPerson }) => {
    const words = WORDS[language]
    const event = await openEvent()
    await signIn(page, { email: `nowhere-${language}@desk.test`, role: 'organizer', event })
    const storageState = await page.context().storageState()
    const reader = await newPerson({ javaScriptEnabled: false, locale: language })
    const atDesk = await newPerson({ javaScriptEnabled: false, locale: language, storageState })
    const nowhere = [
      ['/no-such-page', words.noPage],
      ['/e/none', words.noPage],
      ['/e/none/register', words.noPage],
      [`/e/${event.slug}/nothing`, words.noPage],
      ['/r/bad', words.badLink],
      ['/r/bad/edit', words.badLink],
      ['/r/bad/data', words.badLink],
      ['/r/bad/event.ics', words.badLink],
      ['/i/bad', words.noInvitation],
      ['/unsubscribe/bad', words.noPage],
      ['/fault', words.noPage],
    ] as const
    for (const [address, title] of nowhere) {
      expect([address, (await reader.goto(address))?.status()]).toEqual([address, 404])
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(reader).toHaveTitle(`${title} · Serai`)
      await expect(reader.locator('html')).toHaveAttribute('lang', language)
      await expect(reader.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /Source Serif/)
    }
    for (const address of ['/desk/none', `/desk/${event.slug}/attendees/none`, '/desk/none/attendees/export']) {
      expect([address, (await atDesk.goto(address))?.status()]).toEqual([address, 404])
      await expect(atDesk.getByRole('heading', { level: 1 })).toHaveText(words.noPage)
      await expect(atDesk.getByRole('main').locator('a[href="/desk"]')).toBeVisible()
    }
    // The language is changed on such a page as on any other.
    const other = language === 'en' ? 'ru' : 'en'
    await reader.goto('/e/none')
    await reader.locator(`.languages button[lang=${other}]`).click()
    await expect(reader).toHaveURL(/\/e\/none$/)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(WORDS[other].noPage)
  })

test('pages that are not there, with JavaScript', async ({ page }) => {
  for (const address of ['/no-such-page', '/e/none', '/r/bad', '/i/bad', '/unsubscribe/bad']) {
    await page.goto(address)
    await checkA11y(page)
  }
})

for (const javaScriptEnabled of [true, false])
  test(`a page that fails says so with its reference, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    page,
    newPerson,
  }) => {
    await signIn(page, { email: `failing-${javaScriptEnabled}@desk.test`, role: 'admin' })
    const reader = await newPerson({ javaScriptEnabled, storageState: await page.context().storageState() })
    expect((await reader.goto('/desk/style/error'))?.status()).toBe(500)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.fault)
    const reference = (await reader.locator('.reference strong').textContent()) ?? ''
    expect(reference).toMatch(/^[0-9a-f]{8}$/)
    await expect(reader).toHaveTitle(`${WORDS.en.fault} · Serai`)
    await expect.poll(() => logged(reference)).toContain('An administrator looks at the error page.')
    await expect(reader.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/desk/style/error')
    if (javaScriptEnabled) await checkA11y(reader)
  })

/** The line of the server's log with a reference. */
function logged(reference: string): string {
  const log = readFileSync(path.join(process.env.SERAI_DATA ?? '', 'server.log'), 'utf8')
  return log.split('\n').find((line) => line.includes(reference)) ?? ''
}

test('when the database fails every page says so, in the reader’s language', async ({ newPerson }) => {
  const server = ownServer({})
  try {
    server.start()
    await expect.poll(() => fetch(`${server.url}/api/health`).catch(() => null), { timeout: 60_000 }).toBeTruthy()
    const database = new Database(server.file)
    // Under the running server.
    for (const table of ['events', 'attendees', 'invitations'])
      database.exec(`alter table ${table} rename to ${table}_away`)
    database.close()
    const russian = await newPerson({ javaScriptEnabled: false, locale: 'ru' })
    for (const address of ['/', '/e/none', '/e/none/register', `/r/${'A'.repeat(46)}`, `/i/${'A'.repeat(46)}`]) {
      expect([address, (await russian.goto(server.url + address))?.status()]).toEqual([address, 500])
      await expect(russian.getByRole('heading', { level: 1 })).toHaveText(WORDS.ru.fault)
      await expect(russian.locator('html')).toHaveAttribute('lang', 'ru')
      await expect(russian.locator('.reference strong')).toHaveText(/^[0-9a-f]{8}$/)
      await expect(russian.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /Source Serif/)
    }
    // A download that fails is a page as well.
    expect((await russian.goto(`${server.url}/e/none/event.ics`))?.status()).toBe(500)
    await expect(russian.getByRole('heading', { level: 1 })).toHaveText(WORDS.ru.fault)
  } finally {
    await server.remove()
  }
})
