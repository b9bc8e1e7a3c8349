import { describe, expect, it, test } from 'vitest'
import { historyOf } from '#lib/audit/queries'
import { ANONYMOUS } from '#lib/auth/actor'
import { editTexts } from '#lib/events/mutations/texts'
import { stampOf } from '#lib/events/policy/stamp'
import { untranslated } from '#lib/events/policy/untranslated'
import { eventTextsOf, publicEvent } from '#lib/events/queries/event'
import { setupTexts } from '#lib/events/queries/setup'
import { texts } from '#lib/events/schema/edit/texts'
import { check } from '#lib/input'
import { makeEvent, makeUser, NOW, SYSTEM, type TestEvent } from '#tests/setup/factories'

const organizerOf = (event: TestEvent) => makeUser([{ slug: event.slug, role: 'organizer' }])

async function opened(event: TestEvent, typed: Record<string, string> = {}) {
  const shown = await setupTexts(SYSTEM, event.id)
  if (!shown) throw new Error('no event')
  const flat = Object.entries(shown.texts).flatMap(([locale, own]) =>
    Object.entries(own).map(([field, text]) => [`${field}-${locale}`, text]),
  )
  const values = { defaultLocale: shown.defaultLocale, ...Object.fromEntries(flat), ...typed }
  return { form: texts.parse(values), stamp: stampOf(shown), values }
}

describe('texts', () => {
  it('are changed in each language, with before and after of what changed alone', async () => {
    const event = await makeEvent()
    const organizer = await organizerOf(event)
    const typed = { 'address-en': '1 Manas Avenue', 'about-ru': 'Строка\r\nи ещё\n\n', defaultLocale: 'ru' }
    const { form, stamp } = await opened(event, typed)
    expect(await editTexts(organizer, event.id, form, stamp, NOW)).toEqual({ ok: true, value: { changed: true } })
    const shown = await publicEvent(event.slug, 'en')
    expect(shown).toMatchObject({ defaultLocale: 'ru', texts: { address: { text: '1 Manas Avenue', lang: 'en' } } })
    expect(shown?.texts.about).toEqual({ text: 'Строка\nи ещё', lang: 'ru' })
    expect((await historyOf(event.id))[0]).toMatchObject({
      verb: 'event.edit',
      before: { defaultLocale: 'en', 'address-en': '', 'about-ru': '' },
      after: { defaultLocale: 'ru', 'address-en': '1 Manas Avenue', 'about-ru': 'Строка\nи ещё' },
    })
  })

  it('begin and end a language', async () => {
    const event = await makeEvent({ texts: { en: { title: 'Alone' } } })
    const added = await opened(event, { 'city-ru': 'Бишкек' })
    await editTexts(SYSTEM, event.id, added.form, added.stamp, NOW)
    expect((await publicEvent(event.slug, 'ru'))?.texts).toMatchObject({
      title: { text: 'Alone', lang: 'en' },
      city: { text: 'Бишкек', lang: 'ru' },
    })
    const removed = await opened(event, { 'city-ru': ' ' })
    await editTexts(SYSTEM, event.id, removed.form, removed.stamp, NOW)
    expect((await eventTextsOf(event.id)).map((text) => text.locale)).toEqual(['en'])
  })

  it('are not overwritten by somebody who did not see them', async () => {
    const event = await makeEvent()
    const [mine, theirs] = [await opened(event, { 'lead-en': 'Mine' }), await opened(event, { 'lead-en': 'Theirs' })]
    await editTexts(await organizerOf(event), event.id, theirs.form, theirs.stamp, NOW)
    const organizer = await organizerOf(event)
    expect(await editTexts(organizer, event.id, mine.form, mine.stamp, NOW)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect((await setupTexts(SYSTEM, event.id))?.texts.en.lead).toBe('Theirs')
    expect((await editTexts(organizer, event.id, mine.form, (await opened(event)).stamp, NOW)).ok).toBe(true)
  })

  it('are for organizers of this event alone', async () => {
    const event = await makeEvent()
    const { form, stamp } = await opened(event, { 'title-en': 'Taken over' })
    for (const actor of [
      await organizerOf(await makeEvent()),
      await makeUser([{ slug: event.slug, role: 'staff' }]),
      ANONYMOUS,
    ]) {
      expect(await editTexts(actor, event.id, form, stamp, NOW)).toEqual({ ok: false, reason: 'not-found' })
      expect(await setupTexts(actor, event.id)).toBeNull()
    }
  })

  it('need a title in the main language', async () => {
    const { values } = await opened(await makeEvent({ texts: { en: { title: 'One' } } }))
    const checked = check(texts, { ...values, defaultLocale: 'ru' } as Record<string, string>)
    expect(checked).toEqual({ ok: false, errors: { 'title-ru': 'required' } })
  })
})

test('what one language has and another lacks', () => {
  const said = (title: string, city: string, lead: string) => ({ title, city, lead })
  const all = { en: said('Title', '', 'Lead'), ru: said('', 'Город', '') }
  expect(untranslated(all, ['title', 'city', 'lead'])).toEqual({ en: ['city'], ru: ['title', 'lead'] })
  expect(untranslated({ en: said('a', '', ''), ru: said('б', '', '') }, ['title', 'city'])).toEqual({ en: [], ru: [] })
})
