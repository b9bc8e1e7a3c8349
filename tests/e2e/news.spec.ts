import { eq } from 'drizzle-orm'
import { db, transaction } from '#db/client'
import { events } from '#db/schema/events'
import { editTexts } from '#lib/events/mutations/texts'
import { stampOf } from '#lib/events/policy/stamp'
import { currentNotice } from '#lib/events/queries/event'
import { setupTexts } from '#lib/events/queries/setup'
import { registered } from '#tests/setup/factories'
import { expectNarrow } from './support/builder.ts'
import { waitForMail } from './support/mail.ts'
import { institution, newEmail, openEvent, signIn, TEST } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('new days, the end and the return of an event are told by letter at a press', async ({ page }) => {
      const event = await openEvent()
      const notice = await currentNotice(db(), event.id, 'en', 'en')
      const whole = { ...event, noticeId: notice?.id ?? '', institutionId: await institution(`Academy ${event.slug}`) }
      const email = newEmail('told')
      await registered(whole, { email }, new Date())
      const sequence = async (subject: string) => {
        const mail = await waitForMail(email, (one) => one.subject?.startsWith(subject) ?? false)
        const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
        const content = part?.content ?? ''
        const calendar = typeof content === 'string' ? content : new TextDecoder().decode(content)
        return {
          mail,
          method: /METHOD:(\w+)/.exec(calendar)?.[1],
          sequence: Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]),
        }
      }
      const first = await sequence('You have a place')
      await signIn(page, { email: newEmail('organizer'), role: 'organizer', event })

      const before = await setupTexts(TEST, event.id)
      if (!before) throw new Error('no event')
      const texts = { ...before.texts, en: { ...before.texts.en, venue: 'Old library' } }
      await editTexts(
        TEST,
        event.id,
        { defaultLocale: 'en', texts } as Parameters<typeof editTexts>[2],
        stampOf(before),
      )
      await page.goto(`/desk/${event.slug}`)
      if (javaScriptEnabled) {
        await checkA11y(page)
        await expectNarrow(page)
      }
      await page.getByRole('button', { name: 'Tell the 1 person with a place' }).click()
      await expect(page.getByText('The letters are on their way.')).toBeVisible()
      const changed = await sequence('New dates, hours or place')
      expect(changed.mail.text).toMatch(/→ Old library/)
      expect([changed.method, changed.sequence > first.sequence]).toEqual(['REQUEST', true])

      const status = (to: 'draft' | 'published') =>
        transaction(async (tx) => void (await tx.update(events).set({ status: to }).where(eq(events.id, event.id))))
      await status('draft')
      await page.goto(`/desk/${event.slug}`)
      await page.getByText('Tell them that it does not take place').click()
      await page.getByRole('button', { name: 'Send 1 letter' }).click()
      await expect(page.getByText('The letters are on their way.')).toBeVisible()
      const end = await sequence('Will not take place')
      expect([end.method, end.sequence > changed.sequence]).toEqual(['CANCEL', true])

      await status('published')
      await page.goto(`/desk/${event.slug}`)
      if (javaScriptEnabled) {
        await checkA11y(page)
        await expectNarrow(page)
      }
      await page.getByRole('button', { name: 'Tell the 1 person that it takes place' }).click()
      await expect(page.getByText('The letters are on their way.')).toBeVisible()
      const back = await sequence('Takes place after all')
      expect([back.method, back.sequence > end.sequence]).toEqual(['REQUEST', true])
      await expect(page.getByRole('button', { name: /Tell the/ })).toHaveCount(0)
    })
  })
