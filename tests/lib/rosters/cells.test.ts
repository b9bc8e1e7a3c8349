import { describe, expect, test } from 'vitest'
import { printable, wallClock } from '#lib/rosters/policy/cells'
import { csvCell } from '#lib/rosters/policy/csv'
import { attachment } from '#lib/rosters/policy/file-name'
import { sheetName, xlsxCell } from '#lib/rosters/policy/xlsx'

const ZONE = 'Asia/Bishkek'

describe('a CSV cell is quoted only where it would run', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['=HYPERLINK("https://evil.example","x")', '\'=HYPERLINK("https://evil.example","x")'],
    ['@SUM(A1:A9)', "'@SUM(A1:A9)"],
    ['@x', "'@x"],
    ['+cmd', "'+cmd"],
    ['-2+3+cmd()', "'-2+3+cmd()"],
    ['-A1', "'-A1"],
    ['\t=1+1', "'\t'=1+1"],
    ['\r=1+1', "'\r'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['\0=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    // Told to part at semicolons, as in half of Europe, a spreadsheet starts a cell in the middle.
    ['Dept;=1+1', "Dept;'=1+1"],
    ['first\n=1+1', "first\n'=1+1"],
  ])('%j', (typed, written) => {
    expect(csvCell(typed, ZONE)).toBe(written)
  })
})

describe('a CSV cell is left alone otherwise', () => {
  test.each([
    '+996 555 12 34 56',
    '+996555123456',
    '+7 (701) 123-45-67',
    '-1',
    '-',
    '–',
    '+',
    '',
    'Oʻktam',
    "O'Neill",
    'Гүлнара Бекова',
    'van der Berg',
    'a=b',
    'a@mail.example',
    'A;B',
    'A; -',
    '"quoted"',
    'two\nlines',
    'Jean-Luc',
    "'Abd",
  ])('%j', (typed) => {
    expect(csvCell(typed, ZONE)).toBe(typed)
  })
})

test('an XLSX cell keeps its text whatever it begins with', () => {
  for (const text of ['=cmd', '+996 555 12 34 56', '-1', '@x', '\t=1', "O'Neill", 'Ҷамшед'])
    expect(xlsxCell(text, ZONE)).toBe(text)
  expect(xlsxCell('a\r\nb\rc', ZONE)).toBe('a\nb\nc')
})

test('what no file may hold is dropped, and nothing else', () => {
  expect(printable('a\0b\x07c\x0bd\x1fe\ufffff')).toBe('abcdef')
  expect(printable('half \ud83d of a sign, \udc00 and the other')).toBe('half  of a sign,  and the other')
  expect(printable('tab\tline\nreturn\r 👍 Ҳ ʻ Ő')).toBe('tab\tline\nreturn\r 👍 Ҳ ʻ Ő')
})

test('an instant is written as the clock shows it where the event is', () => {
  const at = new Date('2027-03-01T20:45:30Z')
  expect(csvCell(at, 'Asia/Bishkek')).toBe('2027-03-02 02:45')
  expect(csvCell(at, 'Asia/Kathmandu')).toBe('2027-03-02 02:30')
  expect(csvCell(new Date('2027-03-01T18:00:00Z'), 'Asia/Bishkek')).toBe('2027-03-02 00:00')
  expect(wallClock(at, 'Europe/Vilnius').toISOString()).toBe('2027-03-01T22:45:30.000Z')
})

test('a download is named in ASCII and in the words of the reader', () => {
  const header = attachment(
    'ror-2027',
    { ascii: ['attendees', '', '2027-03-01'], words: ['Участники', '', '2027-03-01'] },
    'csv',
  )
  expect(header).toBe(
    `attachment; filename="ror-2027-attendees-2027-03-01.csv"; filename*=UTF-8''ror-2027-${encodeURIComponent('участники')}-2027-03-01.csv`,
  )
  expect(header).toMatch(/^[\x20-\x7e]+$/)
  const hostile = attachment('a"\r\nx: y', { ascii: ['..'], words: ["it's (a) test*"] }, 'csv')
  expect(hostile).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/)
})

test('a sheet has a name that Excel takes', () => {
  expect(sheetName("'Who: [all] / none?'")).toBe('Who   all    none')
  expect(sheetName('x'.repeat(40))).toHaveLength(31)
  expect(sheetName(':')).toBe('1')
})
