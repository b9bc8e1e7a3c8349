import { expect, type Page } from '@playwright/test'
import { institution, newEmail, openEvent, type TestEvent } from './person.ts'

export type Heard = { role: string; name: string; [property: string]: unknown }

/** What the browser itself tells assistive technology of a page: role, name, description and states of all that is not hidden from it. */
export async function treeOf(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: role?.value,
      name: name?.value ?? '',
      description: description?.value,
      ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
    }))
}

/** Fails unless the browser tells each of these. */
export async function expectHeard(page: Page, wanted: Heard[]): Promise<void> {
  const told = await treeOf(page)
  const found = wanted.map((one) => {
    const alike = told.filter(({ role }) => role === one.role)
    const same = alike.find(({ name }) => name === one.name)
    return same ? Object.fromEntries(Object.keys(one).map((key) => [key, same[key]])) : alike.map(({ name }) => name)
  })
  expect(found).toEqual(wanted)
}

/** One title, first of all headings, and no level left out on the way down. */
export async function expectOutline(page: Page): Promise<void> {
  const headings = (await treeOf(page)).filter(({ role }) => role === 'heading')
  const levels = headings.map(({ level }) => Number(level))
  const told = headings.map(({ name }, i) => `${levels[i]} ${name}`).join('\n')
  expect(levels.indexOf(1), told).toBe(0)
  expect(levels.lastIndexOf(1), told).toBe(0)
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0), told).toBeLessThanOrEqual(1)
}

/** From the next page on, keeps what comes into live regions: what is read out without being asked for. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const place = target instanceof Element ? target : target.parentElement
        const region = place?.closest<HTMLElement>('[role=status], [role=alert]')
        // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
        const text = region?.isConnected ? region.innerText.trim() : ''
        if (text && said.at(-1) !== text) said.push(text)
      }
    })
    // What stands there when the page comes is not announced.
    document.addEventListener('DOMContentLoaded', () =>
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] }),
    )
  })
}

/** Waits until this is announced, after whatever was expected before. */
export async function expectSaid(page: Page, text: string): Promise<void> {
  const last = () => page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1))
  await expect.poll(last).toBe(text)
  await page.evaluate(() => void (window as unknown as { said: string[] }).said.splice(0))
}

/** An event with one seat and a programme, not all of it in Russian. */
export async function listeningEvent(host: string): Promise<TestEvent> {
  const outline = '### Wednesday, 23 April\n- 09:00 Registration and tea · Foyer\n- 10:00–10:30 **Opening** · Main hall'
  return openEvent({
    capacity: 1,
    hostId: await institution(host),
    texts: {
      en: { title: 'Listening together', city: 'Bishkek', venue: 'Main hall', lead: 'Two days.', outline },
      ru: { title: 'Слушаем вместе', city: 'Бишкек' },
    },
    types: [{ en: 'University faculty', ru: 'Преподаватель' }, { en: 'Researcher' }],
  })
}

/** Fills in the Russian form of a full event, with one name only, and joins its waiting list. */
export async function queueInRussian(page: Page, from: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Электронная почта' }).fill(newEmail('ushi'))
  await page.getByRole('textbox', { name: /^Имя$/ }).fill('Aigerim')
  await page.getByRole('combobox', { name: 'Университет или организация' }).fill(from)
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Страна' }).selectOption('KG')
  await page.getByRole('radio', { name: 'Преподаватель' }).check()
  await page.getByRole('checkbox', { name: /уведомления/ }).check()
  await page.getByRole('button', { name: 'Встать в лист ожидания' }).click()
  await page.waitForURL(/\/r\//)
}
