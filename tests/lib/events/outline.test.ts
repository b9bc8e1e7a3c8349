import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlineParts } from '#lib/events/policy/outline'

const entry = (starts: string | null, title: string, detail = '', ends: string | null = null, more = '') => ({
  starts,
  ends,
  title,
  detail,
  more,
})

describe('the outline of a programme', () => {
  test('is days of hours, each with its title and place', () => {
    const text = `### Wednesday, 23 April
- 09:00 Registration and tea · Foyer
- 10:00–10:30 Opening · Aigerim Toktobaeva · Main hall

### Thursday, 24 April ###
* 9.30 Public health`
    expect(outlineParts(text)).toEqual([
      {
        kind: 'day',
        title: 'Wednesday, 23 April',
        before: '',
        entries: [
          entry('09:00', 'Registration and tea', 'Foyer'),
          entry('10:00', 'Opening', 'Aigerim Toktobaeva · Main hall', '10:30'),
        ],
        after: '',
      },
      { kind: 'day', title: 'Thursday, 24 April', before: '', entries: [entry('09:30', 'Public health')], after: '' },
    ])
  })

  test('needs no headings where there is one day', () => {
    expect(outlineParts('- 09:00 Tea\n- 10:00 Talk')).toEqual([
      { kind: 'day', title: '', before: '', entries: [entry('09:00', 'Tea'), entry('10:00', 'Talk')], after: '' },
    ])
  })

  test('keeps what is written around the hours and under each of them', () => {
    const text = `All in one hall.

## Wednesday
Come early.

- 14:00 - 15:30 Workshops
  Choose **one** of three.
- Coffee

Buses leave at six.`
    expect(outlineParts(text)).toEqual([
      { kind: 'text', markdown: 'All in one hall.' },
      {
        kind: 'day',
        title: 'Wednesday',
        before: 'Come early.',
        entries: [entry('14:00', 'Workshops', '', '15:30', 'Choose **one** of three.'), entry(null, 'Coffee')],
        after: 'Buses leave at six.',
      },
    ])
  })

  test.each([
    ['a list without hours', '### Themes\n- Mobility\n- Health'],
    ['an hour that is none', '- 25:00 Dream\n- 9 people'],
    ['a number that only begins like an hour', '- 10:305 is no hour'],
    ['a table', '| 09:00 | Tea |\n|---|---|\n| 10:00 | Talk |'],
    ['running text', 'At 09:00 we begin.'],
  ])('leaves %s as it is', (_, text) => {
    expect(outlineParts(text)).toEqual([{ kind: 'text', markdown: text }])
  })

  test('reads the ends of lines of every system, and nothing from nothing', () => {
    expect(outlineParts('### Day\r\n- 09:00 Tea\r\n')).toEqual(outlineParts('### Day\n- 09:00 Tea\n'))
    expect(outlineParts(' \n\n')).toEqual([])
  })

  test('loses no word, whatever is typed', () => {
    const line = fc.constantFrom('### Day', '- 09:00 Tea · Hall', '- Lunch', '  more', 'text', '', '1. one', '> said')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const words = (text: string) => text.match(/[A-Za-z]+/g)?.sort() ?? []
        const kept = outlineParts(lines.join('\n')).map((part) =>
          part.kind === 'text'
            ? part.markdown
            : [part.title, part.before, ...part.entries.flatMap((e) => [e.title, e.detail, e.more]), part.after].join(
                ' ',
              ),
        )
        expect(words(kept.join(' '))).toEqual(words(lines.join(' ')))
      }),
    )
  })
})
