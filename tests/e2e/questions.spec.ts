import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { PDF } from '#tests/setup/files'
import { makeForm } from '#tests/setup/forms'
import { waitForMail } from './support/mail.ts'
import { fillForm, institution, newEmail, openEvent, type TestEvent } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

/** Somebody from an institution of this test alone. */
async function somebody(name: string) {
  const place = `${name} Academy ${newEmail(name).slice(name.length + 1, name.length + 9)}`
  await institution(place)
  return { email: newEmail(name), given: 'Aigerim', family: 'Sadykova', institution: place }
}

/** A visa that asks for more, a choice, a file; and one question once the place is secured. */
async function eventWithForm(): Promise<TestEvent> {
  const event = await openEvent()
  await makeForm(event.id, [
    {
      title: 'Travel',
      questions: [
        { kind: 'yes-no', label: 'Do you need a visa?', labelRu: 'Нужна ли вам виза?' },
        {
          kind: 'short',
          label: 'Passport number',
          required: true,
          min: 5,
          condition: ([visa]) => ({ mode: 'all', tests: [{ questionId: visa?.id ?? '', op: 'is', value: '1' }] }),
        },
        { kind: 'file', label: 'Your abstract' },
        { kind: 'short', label: 'For researchers', required: true, typeIds: [event.typeIds[1] ?? ''] },
      ],
    },
    {
      stage: 'afterwards',
      title: 'Your stay',
      questions: [{ kind: 'several', label: 'Workshops', options: ['Mobility', 'Health'], required: true }],
    },
  ])
  return event
}
const abstract = { name: 'abstract.pdf', mimeType: 'application/pdf', buffer: PDF }

test('questions appear as they apply, errors stand where they are, and a file is chosen once', async ({ page }) => {
  const event = await eventWithForm()
  await page.goto(`/e/${event.slug}/register`)
  await expect(page.getByRole('group', { name: 'Travel' })).toBeVisible()
  await expect(page.getByLabel('Passport number')).toBeHidden()
  await expect(page.getByLabel('For researchers')).toBeHidden()
  await fillForm(page, await somebody('scripted'))
  await page.getByRole('radio', { name: 'Researcher' }).check()
  await expect(page.getByLabel('For researchers')).toBeVisible()
  await page.getByRole('radio', { name: 'University faculty' }).check()
  await expect(page.getByLabel('For researchers')).toBeHidden()

  await page.getByRole('radio', { name: 'Yes' }).check()
  await page.getByLabel('Passport number').fill('AN1')
  await page.getByLabel('Passport number').blur()
  await expect(page.getByText('Write at least 5 characters')).toBeVisible()
  await checkA11y(page)
  await page.getByLabel('Passport number').fill('')
  await page.getByLabel('Your abstract').setInputFiles(abstract)
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /Passport number/ })).toBeVisible()
  await expect(page.getByText('Received: abstract.pdf')).toBeVisible()
  await checkA11y(page)

  await page.getByLabel('Passport number').fill('AN1234567')
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Aigerim')
  await expect(page.getByText('AN1234567')).toBeVisible()
  await expect(page.getByRole('link', { name: 'abstract.pdf' })).toBeVisible()
  await checkA11y(page)

  // The later ones, from the own page and back.
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /Workshops/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Health' }).check()
  await checkA11y(page)
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await expect(page.getByText('Your answers are saved.')).toBeVisible()
  await expect(page.getByText('Health')).toBeVisible()
})

test('what is typed survives a reload', async ({ page }) => {
  const event = await eventWithForm()
  await page.goto(`/e/${event.slug}/register`)
  await page.getByRole('radio', { name: 'Yes' }).check()
  await page.getByLabel('Passport number').fill('AN7654321')
  await page.reload()
  await expect(page.getByLabel('Passport number')).toHaveValue('AN7654321')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every question is there with the words when it applies, and the server decides', async ({ page }) => {
    const event = await eventWithForm()
    await page.goto(`/e/${event.slug}/register`)
    await expect(page.getByText('Answer only if “Do you need a visa?” is “Yes”.')).toBeVisible()
    await fillForm(page, await somebody('plain'))
    await page.getByRole('radio', { name: 'Yes' }).check()
    await page.getByLabel('Your abstract').setInputFiles({ ...abstract, name: '../../abstract.pdf' })
    await page.getByRole('button', { name: 'Reserve my place' }).click()
    await expect(page.getByRole('alert').getByRole('link', { name: /Passport number/ })).toBeVisible()
    await expect(page.getByText('Received: abstract.pdf')).toBeVisible()
    await page.getByRole('radio', { name: 'No', exact: true }).check()
    await page.getByRole('checkbox', { name: /privacy notice/ }).check()
    await page.getByRole('button', { name: 'Reserve my place' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Aigerim')
    await page.getByRole('link', { name: 'Answer', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Mobility' }).check()
    await page.getByRole('button', { name: 'Save my answers' }).click()
    await expect(page.getByText('Mobility')).toBeVisible()
  })
})

test('a false ending is refused at the field, and nothing else is lost', async ({ page }) => {
  const event = await eventWithForm()
  await page.goto(`/e/${event.slug}/register`)
  await fillForm(page, await somebody('false'))
  await page.getByLabel('Your abstract').setInputFiles({ ...abstract, buffer: Buffer.from('<svg onload="alert(1)"/>') })
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /Your abstract/ })).toBeVisible()
  await expect(page.getByLabel('Given name')).toHaveValue('Aigerim')
})

test('an address is confirmed by the letter, and approval is told as it is', async ({ page }) => {
  const event = await openEvent()
  await transaction(async (tx) => {
    await tx.update(events).set({ confirmHours: 24, approval: true }).where(eq(events.id, event.id))
  })
  const typed = await somebody('letter')
  await page.goto(`/e/${event.slug}/register`)
  await fillForm(page, typed)
  await page
    .getByRole('button')
    .filter({ hasText: /Reserve|Apply|Send/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The organizers will decide, Aigerim')
  await expect(page.getByRole('heading', { name: 'Please confirm your address' })).toBeVisible()
  await checkA11y(page)
  const letter = await waitForMail(typed.email, (mail) => mail.subject?.startsWith('We have your application') ?? false)
  const link = /https?:\S+\/confirm\/\S+/.exec(letter.text ?? '')?.[0] ?? ''
  await page.goto(link)
  await checkA11y(page)
  await page.getByRole('button', { name: 'Yes, it is mine' }).click()
  await expect(page.getByText('Thank you: your address is confirmed.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Please confirm your address' })).toBeHidden()
  const [row] = await db().select({ approval: events.approval }).from(events).where(eq(events.id, event.id))
  expect(row?.approval).toBe(true)
})
