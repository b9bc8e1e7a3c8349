import { describe, expect, it } from 'vitest'
import { fold, searchWords, sortKey } from '#lib/fold'

describe('fold', () => {
  it.each([
    // Cyrillic meets Latin.
    ['Бекова', 'Bekova'],
    ['Гүлнара', 'Gulnara'],
    ['Өмүрбек Асанбеков', 'Omurbek Asanbekov'],
    ['Ҷамшед Раҳмонӣ', 'Jamshed Rahmoni'],
    ['Жумагулов', 'Zhumagulov'],
    ['Жумагулов', 'Jumagulov'],
    ['Джумагулов', 'Dzhumagulov'],
    ['Айгерим Токтобаева', 'Aigerim Toktobaeva'],
    ['Хаким', 'Khakim'],
    ['Хаким', 'Hakim'],
    ['Юсупов', 'Yusupov'],
    ['Яковлев', 'Iakovlev'],
    // Script habits: letters of the languages and their plain neighbours.
    ['Қазақ ұлттық университеті', 'Казак улттык университети'],
    ['Ўзбекистон Миллий', "O'zbekiston Milliy"],
    ['Тоҷикистон', 'Тоджикистон'],
    ['Ҳаким', 'Хаким'],
    ['Әсел', 'Асел'],
    ['Ӣброҳим', 'Иброхим'],
    ['Фёдор', 'Федор'],
    // Apostrophes of every kind.
    ['Oʻktam', 'Oktam'],
    ['O‘ktam', "O'ktam"],
    ['Gʼaniyev', 'Ganiyev'],
    // Latin marks.
    ['Žemaitytė', 'Zemaityte'],
    ['Łucja Wójcik', 'lucja wojcik'],
    ['Müller-Weiß', 'muller weiss'],
    ['Şükürow', 'sukurow'],
    ['Ştefan Țîrlea', 'stefan tirlea'],
    ['Őszi', 'OSZI'],
  ])('%s is found as %s', (written, asked) => expect(fold(written)).toBe(fold(asked)))

  it.each([
    ['Asanov', 'Esenov'],
    ['Karimov', 'Kerimov'],
    ['Osh', 'Ohs'],
  ])('%s is not %s', (one, other) => expect(fold(one)).not.toBe(fold(other)))

  it('is done after one time', () => {
    for (const text of ['Қазақ ұлттық', 'O‘zbekiston', 'Жумагулов', 'van der Berg', 'a@b.example'])
      expect(fold(fold(text))).toBe(fold(text))
  })

  it('leaves nothing that a search pattern would read as its own', () => {
    expect(fold('100%_\\*?')).toBe('100')
  })

  it('keeps addresses', () =>
    expect(fold('Oktam.Hakimov+x@Mail.example')).toBe('oktam.hakimov+x@mail.eksample'.replace('ks', 'x')))
})

describe('searchWords', () => {
  it('takes at most eight', () => expect(searchWords('a b c d e f g h i j')).toHaveLength(8))
  it('is empty for signs alone', () => expect(searchWords(' – “ ” % ')).toEqual([]))
})

describe('sortKey', () => {
  const sorted = (names: string[]) => names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

  it('orders Latin names by their own letters, with marks among their neighbours', () => {
    const names = [
      'Abdullayeva',
      'Dzhumagulov',
      'Ibraimova',
      'Jakob',
      'Łucka',
      'Lutz',
      'Oʻktamov',
      'Öztürk',
      'Qanatuly',
      'Ştefan',
      'Şükürow',
    ]
    const more = ['Toktobaeva', 'van der Berg', 'Wójcik', 'Żak', 'Žemaitytė', 'Zhanibekova']
    const printed = [...names, ...more]
    expect(sorted(printed.toReversed())).toEqual(printed)
  })

  it('keeps Cyrillic letters apart', () => {
    const printed = ['Елена', 'Жанна', 'Ильяс', 'Йусуф', 'Ягмур']
    expect(sorted(printed.toReversed())).toEqual(printed)
  })

  it('lets the family name decide before the given name', () => {
    expect(sorted(['Bekova Zarina', 'Bekova Anna', 'Bek Zoe'])).toEqual(['Bek Zoe', 'Bekova Anna', 'Bekova Zarina'])
  })
})
