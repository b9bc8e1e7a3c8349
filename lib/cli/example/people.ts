/**
 * Invented people with addresses that cannot exist (RFC 2606), so that the desk of the example has something to show.
 * Institutions are named by a short form of the starter registry; types by their place in the example event.
 */
export type ExamplePerson = {
  given: string
  family: string
  native?: string
  title?: string
  position?: string
  institution: string
  country: string
  type: number
  phone?: string
}

export const PEOPLE: ExamplePerson[] = [
  {
    given: 'Aigerim',
    family: 'Toktobaeva',
    native: 'Айгерим Токтобаева',
    title: 'Prof.',
    position: 'Vice-Rector',
    institution: 'IHSM',
    country: 'KG',
    type: 0,
    phone: '+996 555 01 23 45',
  },
  {
    given: 'Gulnara',
    family: 'Bekova',
    native: 'Гүлнара Бекова',
    position: 'Head of Department',
    institution: 'КГМА',
    country: 'KG',
    type: 0,
  },
  { given: 'Omurbek', family: 'Asanbekov', native: 'Өмүрбек Асанбеков', institution: 'КГМА', country: 'KG', type: 1 },
  { given: 'Talant', family: 'Dzhumagulov', native: 'Талант Джумагулов', institution: 'IHSM', country: 'KG', type: 0 },
  { given: 'Aisuluu', family: 'Ibraimova', native: 'Айсулуу Ибраимова', institution: 'OshSU', country: 'KG', type: 0 },
  {
    given: 'Yerlan',
    family: 'Akhmetov',
    native: 'Ерлан Ахметов',
    title: 'Dr',
    institution: 'KazNU',
    country: 'KZ',
    type: 0,
    phone: '+7 701 555 01 02',
  },
  {
    given: 'Asel',
    family: 'Omarova',
    native: 'Әсел Омарова',
    institution: 'Nazarbayev University',
    country: 'KZ',
    type: 3,
  },
  { given: 'Ulan', family: 'Qanatuly', native: 'Ұлан Қанатұлы', institution: 'ENU', country: 'KZ', type: 1 },
  {
    given: 'Oʻktam',
    family: 'Hakimov',
    native: 'Ўктам Ҳакимов',
    title: 'Dr',
    position: 'Head of International Office',
    institution: 'TSUE',
    country: 'UZ',
    type: 0,
  },
  { given: 'Nodira', family: 'Abdullayeva', native: 'Нодира Абдуллаева', institution: 'TMA', country: 'UZ', type: 0 },
  { given: 'Sherzod', family: 'Gʻaniyev', native: 'Шерзод Ғаниев', institution: 'SamSU', country: 'UZ', type: 0 },
  {
    given: 'Jamshed',
    family: 'Rahmoni',
    native: 'Ҷамшед Раҳмонӣ',
    institution: 'Tajik National University',
    country: 'TJ',
    type: 2,
  },
  {
    given: 'Zarina',
    family: 'Latipova',
    native: 'Зарина Латипова',
    institution: 'Avicenna Tajik State Medical University',
    country: 'TJ',
    type: 0,
  },
  { given: 'Ogulgerek', family: 'Ataýewa', institution: 'Magtymguly Turkmen State University', country: 'TM', type: 0 },
  { given: 'Batyr', family: 'Şükürow', institution: 'Turkmen State Medical University', country: 'TM', type: 0 },
  {
    given: 'Jūratė',
    family: 'Žemaitytė',
    title: 'Prof.',
    position: 'Project manager',
    institution: 'Vilnius University',
    country: 'LT',
    type: 0,
  },
  { given: 'Anneke', family: 'van der Berg', institution: 'Maastricht University', country: 'NL', type: 0 },
  { given: 'Łucja', family: 'Wójcik', title: 'Dr', institution: 'Medical University of Lodz', country: 'PL', type: 1 },
  { given: 'Jürgen', family: 'Müller-Weiß', institution: 'Charité', country: 'DE', type: 0 },
]
