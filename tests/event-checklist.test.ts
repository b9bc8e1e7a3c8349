import { describe, expect, test } from 'vitest'
import { checklist, type EventState, type EventText } from '#lib/events/policy/checklist'

const NOW = new Date('2027-03-01T10:00:00Z')
const FULL = {
  title: 'Water',
  subtitle: '',
  city: 'Osh',
  venue: 'Hall',
  address: '',
  lead: 'One sentence.',
  about: 'About',
  outline: 'Days',
  practical: 'Way',
}
const text = (locale: string, change: Partial<EventText> = {}): EventText => ({ locale, ...FULL, ...change })

const state = (change: Partial<EventState> = {}): EventState => ({
  endsOn: '2027-04-24',
  timeZone: 'Asia/Bishkek',
  opensAt: null,
  closesAt: new Date('2027-04-10T17:59:00Z'),
  defaultLocale: 'en',
  contactEmail: 'office@water.test',
  hostId: 'host',
  onlineUrl: '',
  capacity: 50,
  texts: [text('en'), text('ru')],
  types: [{ en: 'Participant', ru: 'Участник' }],
  notice: { en: 'Notice', ru: 'Уведомление' },
  form: [{ en: 'Menu', ru: 'Меню' }],
  ...change,
})
const keys = (change: Partial<EventState>, now = NOW) =>
  checklist(state(change), now).map(({ key, required }) => (required ? `${key}!` : key))

describe('the checklist of an event', () => {
  test('is empty when nothing is missing', () => {
    expect(keys({})).toEqual([])
  })

  test('requires title, place, a type and a notice, in the main language', () => {
    expect(
      keys({
        texts: [text('en', { title: ' ', city: '', venue: '' }), text('ru')],
        types: [{ ru: 'Участник' }],
        notice: { ru: 'Уведомление' },
      }),
    ).toEqual(['title!', 'place!', 'types!', 'notice!'])
    expect(keys({ texts: [], types: [], notice: {} }).filter((key) => key.endsWith('!'))).toHaveLength(4)
  })

  test('takes an online event without a place', () => {
    expect(keys({ texts: [text('en', { city: '', venue: '' })], onlineUrl: 'https://meet.test' })).toEqual([])
  })

  test('advises on the window of registration', () => {
    expect(keys({ closesAt: null })).toEqual(['no-end'])
    expect(keys({ closesAt: new Date('2027-04-24T18:00:00Z') })).toEqual(['late'])
    expect(keys({ closesAt: new Date('2027-04-24T17:59:00Z') })).toEqual([])
    expect(keys({ closesAt: NOW })).toEqual(['closed'])
    expect(keys({}, new Date('2027-04-24T18:00:00Z'))).toEqual(['over'])
  })

  test('advises on what readers miss', () => {
    const bare = text('en', { venue: '', lead: '', about: '', outline: '', practical: '' })
    expect(keys({ texts: [bare], contactEmail: '', hostId: null, capacity: null })).toEqual([
      ...['no-limit', 'no-contact', 'no-host', 'venue', 'about', 'outline', 'practical'],
    ])
    expect(checklist(state(), NOW, { ownNotice: false }).map(({ key }) => key)).toEqual(['own-notice'])
  })

  test('names what a language lacks that another has', () => {
    const missing = checklist(
      state({
        texts: [text('en'), text('ru', { title: '', about: '' })],
        types: [{ en: 'Participant' }, { en: 'Speaker', ru: '' }, { en: 'Guest', ru: 'Гость' }],
        notice: { en: 'Notice' },
        form: [{ en: 'Menu' }, { en: '', ru: '' }, { en: 'Days', ru: 'Дни' }],
      }),
      NOW,
    )
    expect(missing).toEqual([
      { key: 'texts-in', required: false, page: 'texts', locale: 'ru', fields: ['title', 'about'] },
      { key: 'types-in', required: false, page: 'types', locale: 'ru', count: 2 },
      { key: 'notice-in', required: false, page: 'notice', locale: 'ru' },
      { key: 'form-in', required: false, page: 'form', locale: 'ru', count: 1 },
    ])
  })
})
