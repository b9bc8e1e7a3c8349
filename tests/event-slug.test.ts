import { describe, expect, test } from 'vitest'
import { shiftDay, shiftInstant } from '#lib/events/policy/shift'
import { freeSlug, slugOf } from '#lib/events/policy/slug'

describe('an address made from a title', () => {
  test('spells every script in Latin as it is read', () => {
    expect(slugOf('Women in Technology: Why & How')).toBe('women-in-technology-why-how')
    expect(slugOf('Вода и климат, 2027')).toBe('voda-i-klimat-2027')
    expect(slugOf('Қазақстан Үркер')).toBe('kazakstan-urker')
    expect(slugOf('会议')).toBe('event')
  })

  test('is cut between words, and inside one that is too long by itself', () => {
    const slug = slugOf('Strengthening University Collaboration Between Europe and Central Asia')
    expect(slug).toBe('strengthening-university-collaboration-between-europe-and')
    expect(slugOf('a'.repeat(90))).toHaveLength(60)
  })

  test('gets the year, then a number, while it is taken', () => {
    const taken = new Set<string>()
    const next = () => {
      const slug = freeSlug('Water', '2027-06-10', (one) => !taken.has(one))
      taken.add(slug)
      return slug
    }
    expect([next(), next(), next(), next()]).toEqual(['water', 'water-2027', 'water-2027-2', 'water-2027-3'])
    expect(freeSlug('Water 2027', '2027-06-10', (one) => one !== 'water-2027')).toBe('water-2027-2')
  })
})

describe('dates of a copy', () => {
  test('move by days of the calendar', () => {
    expect(shiftDay('2027-02-27', 3)).toBe('2027-03-02')
    expect(shiftDay(null, 3)).toBeNull()
  })

  test('keep the time of the clock where it is set forward in between', () => {
    const at = new Date('2027-03-27T22:59:00Z')
    expect(shiftInstant(at, 1, 'Europe/Paris')).toEqual(new Date('2027-03-28T21:59:00Z'))
    expect(shiftInstant(at, 1, 'Asia/Bishkek')).toEqual(new Date('2027-03-28T22:59:00Z'))
    expect(shiftInstant(null, 1, 'Asia/Bishkek')).toBeNull()
  })
})
