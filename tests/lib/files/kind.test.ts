import { describe, expect, test } from 'vitest'
import { isWhole, kindOf } from '#lib/files/kind'
import { attachment, cleanName } from '#lib/files/name'
import { docx, PDF, picture } from '#tests/setup/files'
import { zipOf } from '#tests/setup/zip'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

describe('what a file is', () => {
  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('%s by its mark', async (kind) => {
    expect(kindOf(await picture(kind))).toBe(`image/${kind}`)
  })

  test('PDF, Word, Excel and PowerPoint by what they hold', () => {
    expect(kindOf(PDF)).toBe('application/pdf')
    expect(kindOf(docx())).toBe(`${OFFICE}.wordprocessingml.document`)
    const types = { '[Content_Types].xml': '' }
    expect(kindOf(zipOf({ ...types, 'xl/workbook.xml': '' }))).toBe(`${OFFICE}.spreadsheetml.sheet`)
    expect(kindOf(zipOf({ ...types, 'ppt/presentation.xml': '' }))).toBe(`${OFFICE}.presentationml.presentation`)
  })

  test('OpenDocument by its first member, stored as it is', () => {
    const type = 'application/vnd.oasis.opendocument.text'
    expect(kindOf(stored({ mimetype: type, 'content.xml': '<x/>' }))).toBe(type)
    expect(kindOf(stored({ mimetype: 'application/vnd.oasis.opendocument.text-master', 'content.xml': '' }))).toBeNull()
    expect(kindOf(stored({ mimetype: type, 'other.xml': '' }))).toBeNull()
    expect(kindOf(zipOf({ mimetype: type, 'content.xml': '' }))).toBeNull()
  })
})

describe('what is not taken', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG after a declaration', '<?xml version="1.0"?><svg/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['plain text', 'Dear organizers'],
    ['a program', 'MZ\u0090\u0000'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
    ['half a mark', '%PD'],
    ['nothing', ''],
  ])('%s', (_, text) => expect(kindOf(Buffer.from(text, 'latin1'))).toBeNull())

  test('a file that is something else from the front: a page before a PDF, a script before an archive', () => {
    expect(kindOf(Buffer.concat([Buffer.from('<html><script>'), PDF]))).toBeNull()
    expect(kindOf(Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()]))).toBeNull()
    expect(kindOf(Buffer.concat([Buffer.from('\n'), PDF]))).toBeNull()
  })

  test('an archive that goes on after its end, or has a gap before its directory', () => {
    expect(kindOf(Buffer.concat([docx(), Buffer.from('<script>')]))).toBeNull()
    const whole = docx()
    const directory = whole.indexOf('PK\u0001\u0002', 0, 'latin1')
    const gap = Buffer.concat([whole.subarray(0, directory), Buffer.from('MZ'), whole.subarray(directory)])
    expect(kindOf(gap)).toBeNull()
  })

  test.each([
    ['any other archive', { 'a.txt': 'a' }],
    ['a Java archive', { 'META-INF/MANIFEST.MF': '', '[Content_Types].xml': '' }],
    ['a document with macros', { '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }],
    ['a document with a way out', { '[Content_Types].xml': '', 'word/document.xml': '', '../../etc/passwd': '' }],
  ])('%s', (_, members) => expect(kindOf(zipOf(members))).toBeNull())

  test('an archive that claims to hold more than any document', () => {
    const bomb = docx()
    bomb.writeUInt32LE(0xfffffff0, bomb.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
    expect(kindOf(bomb)).toBeNull()
  })

  test('an archive cut off anywhere is none, and none makes it fail', () => {
    const whole = docx()
    for (let length = 0; length < whole.length; length++) expect(kindOf(whole.subarray(0, length))).toBeNull()
  })
})

test('a PDF that was cut off is not whole', () => {
  expect(isWhole('application/pdf', PDF)).toBe(true)
  expect(isWhole('application/pdf', PDF.subarray(0, 20))).toBe(false)
})

describe('the name of a file', () => {
  test.each([
    ['C:\\Users\\me\\Paper.PDF', 'Paper.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['report.docx', 'report.pdf'],
    ['annex\u202Efdp.exe', 'annexfdp.exe.pdf'],
    ['zero\u200Bwidth\u0000\r\n.pdf', 'zerowidth.pdf'],
    ['.pdf', 'file.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['Резюме  Айгүл.pdf', 'Резюме Айгүл.pdf'],
    ['a<b>:"c|?*.pdf', 'abc.pdf'],
  ])('%s becomes %s', (given, clean) => expect(cleanName(given, 'application/pdf')).toBe(clean))

  test('is no longer than 120 signs and cuts no sign apart', () => {
    const name = cleanName(`${'👩'.repeat(200)}.pdf`, 'application/pdf')
    expect(Array.from(name)).toHaveLength(120)
    expect(name.isWellFormed()).toBe(true)
  })

  test('is handed over in full and as an ASCII likeness', () => {
    expect(attachment("Резюме 'a'.pdf")).toBe(
      `attachment; filename="______ 'a'.pdf"; filename*=UTF-8''%D0%A0%D0%B5%D0%B7%D1%8E%D0%BC%D0%B5%20%27a%27.pdf`,
    )
    expect(attachment('a"b\\c.pdf')).toContain('filename="a_b_c.pdf"')
  })
})

/** An archive whose members are stored, not deflated. */
function stored(files: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const common = Buffer.alloc(26)
    common.writeUInt32LE(text.length, 14)
    common.writeUInt32LE(text.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name + text)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(2), common, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}
