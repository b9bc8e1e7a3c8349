import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { transaction } from '#db/client'
import { events } from '#db/schema/events'
import { institution, newEmail, openEvent, registerOn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

for (const javaScriptEnabled of [true, false])
  test(`an offered place is refused, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ newPerson }) => {
    const event = await openEvent({ capacity: 1 })
    await transaction(async (tx) => {
      await tx.update(events).set({ waitingMode: 'offers' }).where(eq(events.id, event.id))
    })
    const academy = `Refusing ${event.slug}`
    await institution(academy)
    const come = async (given: string) => {
      const page = await newPerson({ javaScriptEnabled })
      await registerOn(page, event, { email: newEmail('refuse'), given, family: 'Refuse', institution: academy })
      return page
    }
    const axe = async (page: Page) => {
      if (javaScriptEnabled) await checkA11y(page)
    }
    const [seated, first, second] = [await come('Seated'), await come('First'), await come('Second')]
    await seated.getByText('Give up my seat').first().click()
    await seated.getByRole('button', { name: 'Give up my seat' }).last().click()
    await expect(headline(seated)).toHaveText('Your registration is cancelled')

    // Staying: the next is offered the place, and nothing comes until it is asked for.
    await first.reload()
    await expect(first.getByRole('button', { name: 'Take the place' })).toBeVisible()
    await first.getByText('No, thank you…').click()
    await expect(first.getByText('It goes to the next person in line at once.')).toBeVisible()
    await axe(first)
    await first.getByRole('button', { name: 'Refuse and stay on the list' }).click()
    await expect(headline(first)).toHaveText('You have refused the place')
    await axe(first)

    // Leaving: nobody else is asked, for whoever stayed has not asked again.
    await second.reload()
    await second.getByText('No, thank you…').click()
    await second.getByRole('button', { name: 'Refuse and leave' }).click()
    await expect(headline(second)).toHaveText('Your registration is cancelled')
    await expect(second.getByText(/You gave it up on/)).toBeVisible()
    await first.reload()
    await expect(headline(first)).toHaveText('You have refused the place')
    await first.getByRole('button', { name: 'I would still like to come' }).click()
    await first.getByRole('button', { name: 'Take the place' }).click()
    await expect(headline(first)).toHaveText('You have a seat, First')
  })
