/** Invented people and seeds, the same in every language. */
export const PERSON = { given: 'Oʻktam', family: 'Hakimov', email: 'oktam@', phone: '+998 90 555 12 34' }
export const NATIVE = { name: 'Гүлнара Бекова', lang: 'ky' }
export const LETTERS = 'Ө Ү Ң Қ Ғ Ұ Ә Һ І Ҷ Ҳ Ӣ Ӯ Ў ʻ Ž Ň Ý Ş Ö Ü Ç Ł Ș Ț Ő'
export const FIGURES = ['1,204.50', '817.05', '+996 555 12 34 56']
export const ROWS = [
  {
    name: 'Abdullayeva, Nodira',
    native: 'Нодира Абдуллаева',
    lang: 'uz-Cyrl',
    institution: 'Tashkent Medical Academy',
  },
  { name: 'Asanbekov, Omurbek', native: 'Өмүрбек Асанбеков', lang: 'ky', institution: 'Kyrgyz State Medical Academy' },
  { name: 'Ataýewa, Ogulgerek', institution: 'Magtymguly Turkmen State University' },
  { name: 'Rahmoni, Jamshed', native: 'Ҷамшед Раҳмонӣ', lang: 'tg', institution: 'Tajik National University' },
  { name: 'Žemaitytė, Jūratė', institution: 'Vilnius University' },
  { name: 'van der Berg, Anneke', institution: 'Maastricht University' },
]
export const SEEDS = [
  'osh-medical-days',
  'astana-week',
  'ashgabat-energy',
  'vilnius-project-meeting',
  'szeged-visit',
  'lodz-alumni-2026',
  'almaty-congress',
  'issyk-kul-school-2026',
]
