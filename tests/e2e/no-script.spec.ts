import { institution, newEmail, openEvent, registerOn } from './support/person.ts'
import { expect, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

test('the registration walk works without JavaScript', async ({ page, newPerson }) => {
  const event = await openEvent({ capacity: 1 })
  const plain = { javaScriptEnabled: false }
  await page.goto('/')
  await page.getByRole('link', { name: event.title }).click()
  await page.getByRole('link', { name: 'Register' }).first().click()

  // Errors beside the fields and on top, nothing lost.
  await page.getByLabel('E-mail').fill('aigerim@')
  await page.getByLabel('Given name').fill('Aigerim')
  await page.getByLabel('University or organization').fill('Nobody Knows Academy')
  await page.getByLabel('Country', { exact: true }).selectOption('KG')
  await page.getByRole('radio', { name: 'Researcher' }).check()
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /E-mail/ })).toBeVisible()
  await expect(page.getByLabel('Given name')).toHaveValue('Aigerim')
  await expect(page.getByRole('radio', { name: 'Researcher' })).toBeChecked()
  await expect(page.getByLabel('Country', { exact: true })).toHaveValue('KG')

  // The institution was not found: it is offered to be added, with its city.
  await page.getByLabel('E-mail').fill(newEmail('aigerim'))
  await page.getByRole('checkbox', { name: /privacy notice/ }).check()
  await page.getByRole('radio', { name: /Mine is not listed/ }).check()
  await page.getByLabel('City').fill('Naryn')
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Aigerim')
  const link = page.url()

  // The next waits, and moves up when the first cancels.
  await institution('Plain Academy')
  const second = await newPerson(plain)
  await registerOn(second, event, {
    email: newEmail('plain'),
    given: 'Plain',
    family: 'Second',
    institution: 'Plain Academy',
  })
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(/on the waiting list/)
  await page.goto(link)
  await page.getByText('Give up my seat').first().click()
  await page.getByRole('button', { name: 'Give up my seat' }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your registration is cancelled')
  await second.reload()
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Plain')
})

test('the language can be switched without JavaScript, and stays', async ({ page }) => {
  const event = await openEvent()
  await page.goto(`/e/${event.slug}`)
  await page
    .getByRole('button', { name: /Русский|РУ/ })
    .first()
    .click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Конференция ${event.slug}`)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})
