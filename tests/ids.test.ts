import { expect, it } from 'vitest'
import { newCode, newId, spellCode } from '#lib/ids'

it('ids are UUIDv7 and sort by creation, also within a millisecond and when the clock goes back', () => {
  const ids = [...Array.from({ length: 5000 }, () => newId(1_700_000_000_000)), newId(1_600_000_000_000)]
  expect(ids.slice().sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids.slice(0, 50))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('codes are six signs that cannot be mistaken for one another', () => {
  for (let i = 0; i < 500; i++) expect(newCode()).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(spellCode('K7M2QX')).toBe('K7M 2QX')
})
