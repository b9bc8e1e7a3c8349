import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test.use({ locale: 'ru-RU' })

test('the registration walk in Russian', async ({ page }) => {
  const event = await openEvent({ capacity: 0 })
  await institution('Академия семи рек')
  await page.goto(`/e/${event.slug}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Конференция ${event.slug}`)
  await expect(page.getByText('Кыргызстан').first()).toBeVisible()
  await checkA11y(page)
  await page.goto(`/e/${event.slug}/register`)
  await page.locator('[name=givenName]').fill('Айгерим')
  await page.locator('form button[type=submit]').last().click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await checkA11y(page)
  // Whatever is read on the page is Russian: no word of three Latin letters but names.
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text.replace(/name@example\.org|Prof\.|Dr\b|Erasmus\+|Serai/g, '').match(/\b[A-Za-z]{3,}\b/g) ?? []).toEqual(
    [],
  )
  const email = newEmail('ru')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=givenName]').fill('Aigerim')
  await page.locator('[name=institution]').fill('академия СЕМИ рек')
  await page.keyboard.press('Escape')
  await page.locator('[name=countryCode]').selectOption('KG')
  await page.locator('[name=typeId]').first().check()
  await page.locator('[name=privacy]').check()
  await page.locator('form button[type=submit]').last().click()
  await page.waitForURL(/\/r\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/в листе ожидания/)
  await checkA11y(page)
  const letter = await waitForMail(email)
  expect(letter.subject).toContain('Вы в листе ожидания')
})

test('the desk in Russian', async ({ page }) => {
  const event = await openEvent()
  const { addUser, mintSignIn } = await import('#lib/auth/mutations')
  const { TEST } = await import('./support/person.ts')
  await addUser(TEST, { email: 'ru.admin@desk.test', admin: true })
  await page.goto(`/sign-in/${await mintSignIn(TEST, 'ru.admin@desk.test')}`)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.waitForURL(/\/desk$/)
  await checkA11y(page)
  await page.goto(`/desk/${event.slug}/attendees`)
  await checkA11y(page)
  const text = ((await page.locator('main').textContent()) ?? '').replaceAll(
    /https?:\S+|e-[0-9a-f]{8}|CSV|Excel|ru\.admin@desk\.test/g,
    '',
  )
  expect(text.match(/\b[A-Za-z]{3,}\b/g) ?? []).toEqual([])
})
