import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, transaction } from '#db/client'
import { attendees } from '#db/schema/attendees'
import { memberships } from '#db/schema/auth'
import { messageTexts } from '#db/schema/mailings'
import { outbox } from '#db/schema/outbox'
import { waitingPlaces } from '#db/schema/seats'
import { cancelAttendee } from '#lib/attendees/mutations/cancel'
import { correctAttendee } from '#lib/attendees/mutations/correct'
import { confirmAttendee, declineAttendee, offerPlace, putOnWaitingList } from '#lib/attendees/mutations/decide'
import { addLimit } from '#lib/attendees/mutations/limits'
import { correction } from '#lib/attendees/schema/person'
import { linkToken } from '#lib/auth/link'
import { requestSignIn } from '#lib/auth/mutations'
import { LOCALES } from '#lib/i18n/locales'
import { asHtml } from '#lib/messages/policy/html'
import { LETTER_KINDS } from '#lib/messages/policy/kinds'
import { asText } from '#lib/messages/policy/letter'
import { wordingFlaw } from '#lib/messages/policy/wording'
import { compose } from '#lib/messages/queries/compose'
import { dressed } from '#lib/messages/queries/dressed'
import { sampleOf } from '#lib/messages/queries/sample'
import { makeEvent, makeUser, NOW, participantOf, registered, SYSTEM, type TestEvent } from '#tests/setup/factories'
import { letterFor, makeFullEvent, messageFor, received } from '#tests/setup/letters'

let event: TestEvent
beforeAll(async () => {
  event = await makeFullEvent()
})

const each = LETTER_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })))

describe.each(each)('$kind in $locale', ({ kind, locale }) => {
  it('is whole: nothing is missing, both parts say the same, and another program reads it so', async () => {
    const letter = await sampleOf({ kind, eventId: event.id, attendeeId: null, locale }, NOW)
    if (!letter) throw new Error('no letter')
    const [text, html] = [asText(letter), asHtml(letter)]
    for (const part of [letter.subject, letter.headline, text, html.replace(/<style>.*<\/style>/s, '')])
      expect(part).not.toMatch(/[{}]|undefined|null|NaN|\[object|mail\./)
    expect(text).not.toMatch(/<\/?[a-z]|&[a-z#]+;/i)
    for (const { label, value } of letter.facts) expect([label, value].every(Boolean)).toBe(true)
    const words = letter.link?.label ?? ''
    expect(words).not.toBe('')
    for (const part of [text, html]) expect(part).toContain(words)
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).not.toMatch(/<img|src=|url\(|@import|<script/i)

    const mail = await received({ id: 'one', to: 'a@mail.test', ...dressed(letter) })
    expect(mail.subject).toBe(letter.subject)
    expect(mail.text?.trim()).toBe(text.trim())
    expect(mail.html?.replaceAll('\r\n', '\n').trim()).toBe(html.trim())
  })
})

describe('what happened is told', () => {
  it('a place, the queue, an offer until when, and a decision with its reason', async () => {
    const here = await makeFullEvent()
    const organizer = await makeUser([{ slug: here.slug, role: 'organizer' }])
    const [first, second] = [(await registered(here)).attendeeId, (await registered(here)).attendeeId]
    const confirmed = await letterFor(first, 'confirmed')
    expect(confirmed?.text).toContain('https://meet.example/secret')
    expect(confirmed?.text).toContain(`/r/${linkToken(first, 1)}`)
    expect(confirmed?.replyTo).toBe('office@academy.example')
    expect((await letterFor(second, 'waiting'))?.text).toMatch(/number 1 on the waiting list/)
    expect((await letterFor(second, 'waiting'))?.text).not.toContain('meet.example')

    await putOnWaitingList(organizer, first, '', NOW)
    expect((await letterFor(first, 'moved-to-waiting'))?.subject).toMatch(/^You were moved/)
    expect((await letterFor(second, 'promoted'))?.subject).toMatch(/^A place is yours/)
    expect(await letterFor(first, 'confirmed')).toBeNull()

    await cancelAttendee(organizer, second, 'Two *visas* <b>late</b>', NOW)
    const cancelled = await letterFor(second, 'cancelled')
    expect(cancelled?.text).toContain('The organizers write:\n> Two *visas* <b>late</b>')
    expect(cancelled?.html).toContain('Two *visas* &#60;b&#62;late&#60;/b&#62;')

    await offerPlace(organizer, first, NOW)
    expect((await letterFor(first, 'offered'))?.text).toContain('3 March 2027 at 16:00 (UTC+6)')
    const third = (await registered(here)).attendeeId
    await declineAttendee(organizer, third, 'Too few places', NOW)
    expect((await letterFor(third, 'declined'))?.text).toContain('> Too few places')
  })

  it('what keeps somebody waiting is named: the event’s places or another limit, also in the organizers’ own words', async () => {
    const here = await makeFullEvent()
    await registered(here)
    const { attendeeId } = await registered(here)
    expect((await letterFor(attendeeId, 'waiting'))?.text).toMatch(/The only place is taken\. You are number 1/)

    const roomy = await makeEvent({ capacity: 9 })
    const decider = await makeUser([{ slug: roomy.slug, role: 'organizer' }])
    await addLimit(decider, roomy.id, { subject: 'country', subjectIds: ['UZ'], capacity: 1 }, NOW)
    await registered(roomy, { countryCode: 'UZ' })
    const second = (await registered(roomy, { countryCode: 'UZ' })).attendeeId
    const letter = await letterFor(second, 'waiting')
    expect(letter?.text).toContain('Your country already has its one place. You are number 1')
    expect(letter?.text).not.toMatch(/places are taken/)
    const own = { locale: 'en', subject: 'Wait', body: 'Sorry: {why}' } as const
    expect(wordingFlaw('waiting', own.body)).toBeNull()
    expect(wordingFlaw('confirmed', own.body)).toMatchObject({ code: 'unknown' })
    await transaction((tx) =>
      tx.insert(messageTexts).values({ eventId: roomy.id, kind: 'waiting', updatedAt: NOW, ...own }),
    )
    expect((await letterFor(second, 'waiting'))?.text).toContain('Sorry: Your country already has its one place.')

    // Where places are given by hand no limit is in the way.
    await transaction((tx) =>
      tx.update(waitingPlaces).set({ blockedById: null }).where(eq(waitingPlaces.attendeeId, attendeeId)),
    )
    expect((await letterFor(attendeeId, 'waiting'))?.text).toContain('No place is free for you at the moment.')
  })

  it('what a participant wrote when cancelling is not told back', async () => {
    const { attendeeId } = await registered(event)
    await cancelAttendee(participantOf(event, attendeeId), attendeeId, 'private matter', NOW)
    expect((await letterFor(attendeeId, 'cancelled'))?.text).not.toContain('private matter')
  })

  const renamed = async (change: Partial<typeof attendees.$inferInsert>) => {
    const { attendeeId } = await registered(await makeFullEvent())
    await transaction((tx) => tx.update(attendees).set(change).where(eq(attendees.id, attendeeId)))
    return letterFor(attendeeId, 'confirmed')
  }

  it('Markdown and braces in a name stay what they are', async () => {
    const letter = await renamed({ givenName: '[a](https://evil.example)', familyName: '{code} *x*' })
    expect(letter?.text).toContain('Dear [a](https://evil.example) {code} *x*,')
    expect(letter?.html).not.toMatch(/href="https:\/\/evil|<em>/)
  })

  it('a Russian letter calls somebody by the name in Cyrillic, where there is one', async () => {
    const russian = await renamed({ locale: 'ru', givenName: 'Gulnara', nativeName: 'Гульнара Бекова' })
    expect(russian?.text).toContain('Здравствуйте, Гульнара Бекова!')
    const uzbek = await renamed({
      locale: 'ru',
      givenName: 'Oʻktam',
      familyName: 'Aliyev',
      nativeName: 'Oʻktam Aliyev',
    })
    expect(uzbek?.text).toContain('Здравствуйте, Oʻktam Aliyev!')
  })
})

describe('a change of the record', () => {
  const form = async (attendeeId: string, change: Record<string, string>) => {
    const [row] = await db().select().from(attendees).where(eq(attendees.id, attendeeId))
    if (!row) throw new Error('nobody')
    const { email, givenName, familyName, position, countryCode, typeId, institutionId, revision } = row
    const same = {
      email,
      givenName,
      familyName,
      position,
      countryCode,
      typeId,
      institutionId,
      institution: 'University',
    }
    return correction.parse({ ...same, revision: String(revision), ...change })
  }

  it('is told in one letter, with what it was', async () => {
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const { attendeeId } = await registered(event, { position: 'Lecturer' })
    await correctAttendee(organizer, attendeeId, await form(attendeeId, { position: 'Dean' }), NOW)
    const later = new Date(NOW.getTime() + 1000)
    await correctAttendee(organizer, attendeeId, await form(attendeeId, { familyName: 'Bekova' }), later)
    const rows = await db().select().from(outbox).where(eq(outbox.attendeeId, attendeeId)).orderBy(outbox.createdAt)
    const changed = rows.filter((row) => row.kind === 'changed')
    const letters = await Promise.all(changed.map((row) => compose(row, NOW)))
    expect(letters.map((letter) => letter?.text.match(/^.* → .*$/gm))).toEqual([
      ['Position: Lecturer → Dean'],
      [expect.stringMatching(/^Family name: Family\d+ → Bekova$/)],
    ])
  })

  it('is not told when nothing changed, when only the address did, or when nobody is registered any more', async () => {
    const organizer = await makeUser([{ slug: event.slug, role: 'organizer' }])
    const { attendeeId } = await registered(event)
    await correctAttendee(organizer, attendeeId, await form(attendeeId, {}), NOW)
    await correctAttendee(organizer, attendeeId, await form(attendeeId, { email: 'new@mail.test' }), NOW)
    expect(await messageFor(attendeeId, 'changed')).toBeUndefined()
    expect(await messageFor(attendeeId, 'link')).toBeDefined()
    await cancelAttendee(organizer, attendeeId, '', NOW)
    await correctAttendee(organizer, attendeeId, await form(attendeeId, { familyName: 'Other' }), NOW)
    expect(await messageFor(attendeeId, 'changed')).toBeUndefined()
  })
})

describe('those who work on the desk', () => {
  const messageTo = async (userId: string) =>
    (await db().select().from(outbox).where(eq(outbox.userId, userId)).orderBy(outbox.id)).at(-1)

  it('are told of a role, unless it was taken away', async () => {
    const staff = await makeUser([{ slug: event.slug, role: 'staff' }])
    const row = await messageTo(staff.userId)
    const mail = row && (await compose(row, NOW))
    expect(mail?.subject).toMatch(/^Invitation to the team: Event/)
    expect(mail?.text).toContain('as staff')
    await transaction((tx) => tx.delete(memberships).where(eq(memberships.userId, staff.userId)))
    expect(row && (await compose(row, NOW))).toBeNull()
  })

  it('sign in by a link', async () => {
    const user = await makeUser()
    await requestSignIn(SYSTEM, 'nobody@desk.test', 'en', NOW)
    const [row] = await db().select().from(outbox).where(eq(outbox.userId, user.userId))
    expect(row).toBeUndefined()
  })
})

it('one who had a place and gets it again is written to again', async () => {
  const here = await makeFullEvent()
  const organizer = await makeUser([{ slug: here.slug, role: 'organizer' }])
  const { attendeeId } = await registered(here)
  await cancelAttendee(organizer, attendeeId, '', NOW)
  await confirmAttendee(organizer, attendeeId, NOW)
  expect((await letterFor(attendeeId, 'confirmed'))?.subject).toMatch(/^You have a place/)
  expect(await letterFor(attendeeId, 'cancelled')).toBeNull()
})
