import { db } from '#db/client'
import { currentNotice } from '#lib/events/queries/event'
import { registered } from '#tests/setup/factories'
import { makeAnswer, makeForm } from '#tests/setup/forms'
import { institution, newEmail, openEvent } from './person.ts'

/** An event that asks questions of its own, with two people of whom one has answered. */
export async function askingEvent() {
  const event = await openEvent()
  const { sections } = FORM
  const form = await makeForm(event.id, sections)
  const [diet, avoid, tours, nights, visa, health, note, phone, room] = form.questions.map(({ id }) => id)
  const ids = { diet, avoid, tours, nights, visa, health, note, phone, room } as Record<Name, string>
  const options = form.questions.map((question) => question.options)
  const notice = await currentNotice(db(), event.id, 'en', 'en')
  const whole = { ...event, noticeId: notice?.id ?? '', institutionId: await institution(`Academy ${event.slug}`) }
  const person = async (givenName: string, familyName: string) =>
    (await registered(whole, { givenName, familyName, email: newEmail(givenName) }, new Date())).attendeeId
  const [aida, berik] = [await person('Aida', 'Answering'), await person('Berik', 'Silent')]
  const vegan = options[0]?.[1] ?? ''
  await makeAnswer(aida, ids.diet, [{ slot: '', text: vegan, optionId: vegan }])
  await makeAnswer(aida, ids.avoid, 'Honey')
  const chosen = [options[2]?.[0] ?? '', options[2]?.[2] ?? '']
  await makeAnswer(
    aida,
    ids.tours,
    chosen.map((id) => ({ slot: id, text: id, optionId: id })),
  )
  await makeAnswer(aida, ids.health, 'Needs a lift')
  await makeAnswer(aida, ids.note, `A long word to the organizers. ${'It goes on. '.repeat(12)}`.trim())
  return { event, ids, vegan, aida, berik }
}

type Name = 'diet' | 'avoid' | 'tours' | 'nights' | 'visa' | 'health' | 'note' | 'phone' | 'room'

const FORM: { sections: Parameters<typeof makeForm>[1] } = {
  sections: [
    {
      title: 'Your stay',
      questions: [
        { kind: 'one', label: 'Diet', options: ['Anything', 'Vegan'] },
        {
          kind: 'short',
          label: 'What do you avoid?',
          condition: ([diet]) => ({
            mode: 'all',
            tests: [{ questionId: diet?.id ?? '', op: 'is', value: diet?.options[1] ?? '' }],
          }),
        },
        { kind: 'several', label: 'Tours', options: ['Lake', 'Tower', 'Bazaar'] },
        { kind: 'number', label: 'Nights', max: 5 },
      ],
    },
    {
      stage: 'afterwards',
      title: 'Papers',
      questions: [
        { kind: 'file', label: 'Passport copy' },
        { kind: 'short', label: 'Health', dataClass: 'sensitive' },
        { kind: 'long', label: 'Anything else' },
        { kind: 'phone', label: 'Emergency phone', required: true },
        { kind: 'short', label: 'Room', staffOnly: true },
      ],
    },
  ],
}
