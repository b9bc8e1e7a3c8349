import { describe, expect, test } from 'vitest'
import { markdown, plainProse } from '#lib/markdown'
import { filled, filledMarkdown, unknownPlaceholders } from '#lib/messages/policy/placeholders'

describe('placeholders', () => {
  test.each([
    ['Dear {name}, see {link}', []],
    ['Dear {nmae}, {nmae} and {Name}', ['nmae', 'Name']],
    ['{} and { name }', ['', ' name ']],
    ['{ over\ntwo lines }', []],
    ['{{name}}', []],
  ])('unknown in %j: %j', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown))

  test('some letters know more', () => expect(unknownPlaceholders('{until}', ['until'])).toEqual([]))

  test('are put in once, and what is put in is not read again', () => {
    expect(filled('{name}: {code}{other}', { name: '{code}', code: 'K7M' })).toBe('{code}: K7M{other}')
  })

  test('a value is no Markdown, an address is one', () => {
    const name = 'A*b* [c](https://evil.example) <i>_d_</i> & \\'
    const link = 'https://a.example/r/_x__y-z_'
    const text = filledMarkdown('**{name}** [here]({link}) {link}', { name, link })
    expect(plainProse(text)).toBe(`${name} here (${link}) ${link}`)
    expect(markdown(text)).not.toMatch(/evil\.example"|<em>|<i>/)
    expect(markdown(text).split(`href="${link}"`)).toHaveLength(3)
  })

  test('control: without the escapes a name would be read as Markdown', () => {
    expect(markdown(filled('{name}', { name: '[c](https://evil.example)' }))).toContain('href="https://evil.example"')
  })
})
