/**
 * One folding for writing and for asking: lower case, script habits of Central Asia, apostrophes and diacritics dropped,
 * Cyrillic spelled in Latin, and the common spellings of one sound made one (kh/h, zh/dzh/j, y/i). So `Бекова`, `Bekova` and `бекова` meet,
 * and so do `Жумагулов`, `Zhumagulov` and `Jumagulov`.
 */

const LETTERS: Record<string, string> = {
  // Cyrillic. Letters that habit writes with their plain neighbours share its Latin letter (Ө/О, Ү/У, Ң/Н, Қ/К …).
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ө: 'o',
  ү: 'u',
  ң: 'n',
  қ: 'k',
  ғ: 'g',
  ұ: 'u',
  ә: 'a',
  һ: 'kh',
  і: 'i',
  ҷ: 'j',
  ҳ: 'kh',
  ӣ: 'i',
  ӯ: 'u',
  ў: 'o',
  җ: 'j',
  є: 'e',
  ї: 'i',
  ґ: 'g',
  // Latin letters without a decomposition.
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
  // Apostrophes and letters that look like them.
  "'": '',
  '’': '',
  '‘': '',
  ʻ: '',
  ʼ: '',
  '`': '',
  '´': '',
  ʹ: '',
  ʺ: '',
  '"': '',
  '«': '',
  '»': '',
  '“': '',
  '”': '',
  '„': '',
}

/** Spellings of one sound, longest first. */
const SOUNDS: [RegExp, string][] = [
  [/dzh/g, 'j'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/shch/g, 'sh'],
  [/q/g, 'k'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/\bie/g, 'e'],
  [/ii+/g, 'i'],
]

/** The folded form of a text: Latin letters, digits and single spaces; other scripts stay as they are, without marks. */
export function fold(text: string): string {
  let out = inLatin(text)
  for (const [sound, one] of SOUNDS) out = out.replace(sound, one)
  return out.replace(/[^\p{L}\p{N}@.+]+/gu, ' ').trim()
}

/** The text in lower case, Cyrillic spelled in Latin, without marks: every sound as it is written, for addresses that people read. */
export function inLatin(text: string): string {
  // й and ё must not fall apart into и and е with a mark before they are looked up, so marks go after the letters.
  let out = ''
  for (const sign of text.normalize('NFC').toLowerCase()) out += LETTERS[sign] ?? sign
  return out.normalize('NFKD').replace(/\p{M}/gu, '')
}

/** The words a folded key is searched for, each of which must occur. At most eight: more only cost time. */
export const searchWords = (query: string): string[] => fold(query).split(' ').filter(Boolean).slice(0, 8)

/**
 * Key for ordering by name: the spelling itself in lower case, without marks and apostrophes, then the text, so that names which
 * are alike keep one order. Unlike `fold` it merges no sounds: `Dzhumagulov` stands under D.
 */
export const sortKey = (...parts: string[]): string => {
  const text = parts.filter(Boolean).join(' ')
  return `${alphabetical(text)}\u0001${text}`
}

function alphabetical(text: string): string {
  let out = ''
  for (const sign of text.normalize('NFC').toLowerCase()) out += CYRILLIC.test(sign) ? sign : (LETTERS[sign] ?? sign)
  // Cyrillic й and ё are letters of their own; the marks of Latin letters are not.
  out = out.replace(/[^\p{Script=Cyrillic}]+/gu, (latin) => latin.normalize('NFKD').replace(/\p{M}/gu, ''))
  return out.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const CYRILLIC = /\p{Script=Cyrillic}/u
