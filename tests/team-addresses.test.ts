import { expect, test } from 'vitest'
import { readAddresses } from '#lib/team/policy/addresses'

test.each<[string, string[], string[]]>([
  ['Aida@Mail.Example', ['aida@mail.example'], []],
  [
    'a@x.example, b@x.example;c@x.example d@x.example\ne@x.example',
    ['a', 'b', 'c', 'd', 'e'].map((n) => `${n}@x.example`),
    [],
  ],
  ['a@x.example\r\nA@X.example', ['a@x.example'], []],
  ['Aida Toktobaeva <a@x.example>, "Bekova, Gulnara" <g@x.example>', ['a@x.example', 'g@x.example'], []],
  ['Тоқтобаева А. a@x.example', ['a@x.example'], []],
  ['mailto:a@x.example.', ['a@x.example'], []],
  ['\ufeffa@x.example\u200b', ['a@x.example'], []],
  ['a@x', [], ['a@x']],
  ['a@x.example, aida.mail.example', ['a@x.example'], ['aida.mail.example']],
  ['a@x.example\nthe rector', ['a@x.example'], ['the rector']],
  ['a@@x.example', [], ['a@@x.example']],
  ['@', [], ['@']],
  [' \n , ;', [], []],
])('%j', (text, emails, unread) => expect(readAddresses(text)).toEqual({ emails, unread }))
