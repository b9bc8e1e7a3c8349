import type { Entry as RegistryEntry } from '#lib/institutions/schema/entry'

/**
 * To go: `lib/cli/starter/read.ts` takes its place, with all of these and more.
 * A few institutions to begin with, curated by hand: official names and the short forms people type, in the scripts they type them in.
 * ROR identifiers are from the Research Organization Registry (ror.org, CC0).
 */
export const STARTER: RegistryEntry[] = [
  entry('International Higher School of Medicine', 'Bishkek', 'KG', '026t9hg14', {
    ru: 'Международная высшая школа медицины',
    ky: 'Эл аралык жогорку медицина мектеби',
    short: ['IHSM', 'МВШМ'],
  }),
  entry('Kyrgyz State Medical Academy', 'Bishkek', 'KG', '00bah2v32', {
    ru: 'Кыргызская государственная медицинская академия имени И. К. Ахунбаева',
    ky: 'И. К. Ахунбаев атындагы Кыргыз мамлекеттик медициналык академиясы',
    short: ['KSMA', 'КГМА', 'КММА'],
  }),
  entry('Kyrgyz National University', 'Bishkek', 'KG', '02ar8gr68', {
    ru: 'Кыргызский национальный университет имени Жусупа Баласагына',
    ky: 'Жусуп Баласагын атындагы Кыргыз улуттук университети',
    short: ['KNU', 'КНУ', 'КУУ'],
  }),
  entry('Kyrgyz State Technical University', 'Bishkek', 'KG', '01c9f4y89', {
    ru: 'Кыргызский государственный технический университет имени И. Раззакова',
    ky: 'Кыргыз мамлекеттик техникалык университети',
    short: ['KSTU', 'КГТУ'],
  }),
  entry('American University of Central Asia', 'Bishkek', 'KG', '03vvzk644', {
    ru: 'Американский университет в Центральной Азии',
    short: ['AUCA', 'АУЦА'],
  }),
  entry('Kyrgyz-Turkish Manas University', 'Bishkek', 'KG', '04frf8n21', {
    ru: 'Кыргызско-Турецкий университет «Манас»',
    ky: 'Кыргыз-Түрк «Манас» университети',
    short: ['KTMU', 'КТУМ'],
  }),
  entry('Osh State University', 'Osh', 'KG', '0449rh157', {
    ru: 'Ошский государственный университет',
    ky: 'Ош мамлекеттик университети',
    short: ['OshSU', 'ОшГУ', 'ОшМУ'],
  }),
  entry('Nazarbayev University', 'Astana', 'KZ', '052bx8q98', {
    ru: 'Назарбаев Университет',
    kk: 'Назарбаев Университеті',
    short: ['NU', 'НУ'],
  }),
  entry('Al-Farabi Kazakh National University', 'Almaty', 'KZ', '03q0vrn42', {
    ru: 'Казахский национальный университет имени аль-Фараби',
    kk: 'Әл-Фараби атындағы Қазақ ұлттық университеті',
    short: ['KazNU', 'КазНУ', 'ҚазҰУ'],
  }),
  entry('L. N. Gumilyov Eurasian National University', 'Astana', 'KZ', '0242cby63', {
    ru: 'Евразийский национальный университет имени Л. Н. Гумилёва',
    kk: 'Л. Н. Гумилев атындағы Еуразия ұлттық университеті',
    short: ['ENU', 'ЕНУ', 'ЕҰУ'],
  }),
  entry('Satbayev University', 'Almaty', 'KZ', '020cpsb96', {
    ru: 'Казахский национальный исследовательский технический университет имени К. И. Сатпаева',
    kk: 'Қаныш Сәтбаев атындағы Қазақ ұлттық техникалық зерттеу университеті',
    short: ['KazNTU', 'КазНТУ'],
  }),
  entry('Karaganda Medical University', 'Karaganda', 'KZ', '024cz2s53', {
    ru: 'Медицинский университет Караганды',
    kk: 'Қарағанды медицина университеті',
    short: ['KMU', 'МУК'],
  }),
  entry('Tajik National University', 'Dushanbe', 'TJ', null, {
    ru: 'Таджикский национальный университет',
    tg: 'Донишгоҳи миллии Тоҷикистон',
    short: ['TNU', 'ТНУ', 'ДМТ'],
  }),
  entry('Avicenna Tajik State Medical University', 'Dushanbe', 'TJ', null, {
    ru: 'Таджикский государственный медицинский университет имени Абуали ибни Сино',
    tg: 'Донишгоҳи давлатии тиббии Тоҷикистон ба номи Абӯалӣ ибни Сино',
    short: ['TSMU', 'ТГМУ', 'ДДТТ'],
  }),
  entry('Turkmen State Medical University', 'Ashgabat', 'TM', '05atctj59', {
    ru: 'Государственный медицинский университет Туркменистана имени Мырата Гаррыева',
    tk: 'Myrat Garryýew adyndaky Türkmenistanyň Döwlet lukmançylyk uniwersiteti',
    short: ['TDLU'],
  }),
  entry('Magtymguly Turkmen State University', 'Ashgabat', 'TM', null, {
    ru: 'Туркменский государственный университет имени Махтумкули',
    tk: 'Magtymguly adyndaky Türkmen döwlet uniwersiteti',
    short: ['TDU', 'ТГУ'],
  }),
  entry('National University of Uzbekistan', 'Tashkent', 'UZ', null, {
    ru: 'Национальный университет Узбекистана имени Мирзо Улугбека',
    uz: 'Mirzo Ulugʻbek nomidagi Oʻzbekiston Milliy universiteti',
    more: ['Ўзбекистон миллий университети'],
    short: ['NUUz', 'НУУз', 'OʻzMU', 'ЎзМУ'],
  }),
  entry('Tashkent State Medical University', 'Tashkent', 'UZ', '035cgyb19', {
    ru: 'Ташкентский государственный медицинский университет',
    uz: 'Toshkent davlat tibbiyot universiteti',
    more: ['Tashkent Medical Academy', 'Ташкентская медицинская академия', 'Тошкент тиббиёт академияси'],
    short: ['TMA', 'ТМА'],
  }),
  entry('Tashkent State University of Economics', 'Tashkent', 'UZ', null, {
    ru: 'Ташкентский государственный экономический университет',
    uz: 'Toshkent davlat iqtisodiyot universiteti',
    short: ['TSUE', 'ТГЭУ', 'TDIU', 'ТДИУ'],
  }),
  entry('Samarkand State University', 'Samarkand', 'UZ', '02b6gy972', {
    ru: 'Самаркандский государственный университет имени Шарофа Рашидова',
    uz: 'Sharof Rashidov nomidagi Samarqand davlat universiteti',
    short: ['SamSU', 'СамГУ', 'SamDU'],
  }),
  entry('Bukhara State Medical Institute', 'Bukhara', 'UZ', '00swkht58', {
    ru: 'Бухарский государственный медицинский институт имени Абу Али ибн Сино',
    uz: 'Abu Ali ibn Sino nomidagi Buxoro davlat tibbiyot instituti',
    short: ['BSMI', 'БГМИ', 'BDTI'],
  }),
  entry('Vilnius University', 'Vilnius', 'LT', '03nadee84', {
    ru: 'Вильнюсский университет',
    lt: 'Vilniaus universitetas',
    short: ['VU'],
  }),
  entry('Maastricht University', 'Maastricht', 'NL', '02jz4aj89', { nl: 'Universiteit Maastricht', short: ['UM'] }),
  entry('Medical University of Lodz', 'Łódź', 'PL', '02t4ekc95', {
    pl: 'Uniwersytet Medyczny w Łodzi',
    short: ['UMed'],
  }),
  entry('Charité – Universitätsmedizin Berlin', 'Berlin', 'DE', '001w7jn25', {
    de: 'Charité – Universitätsmedizin Berlin',
    short: ['Charité'],
  }),
  entry('KU Leuven', 'Leuven', 'BE', '05f950310', { nl: 'Katholieke Universiteit Leuven', short: ['KUL'] }),
  entry('University of Bologna', 'Bologna', 'IT', '01111rn36', {
    it: 'Alma Mater Studiorum – Università di Bologna',
    short: ['UNIBO'],
  }),
  entry('University of Warsaw', 'Warsaw', 'PL', '039bjqg32', {
    ru: 'Варшавский университет',
    pl: 'Uniwersytet Warszawski',
    short: ['UW'],
  }),
]

type Language = 'ru' | 'ky' | 'kk' | 'tg' | 'tk' | 'uz' | 'lt' | 'nl' | 'pl' | 'de' | 'it'
type Names = { [language in Language]?: string } & { short: string[]; more?: string[] }

function entry(
  name: string,
  city: string,
  country: string,
  ror: string | null,
  { short, more = [], ...languages }: Names,
): RegistryEntry {
  return {
    name,
    city,
    country,
    names: [
      ...Object.entries(languages).map(([language, official]) => ({
        name: official,
        language,
        kind: 'official' as const,
      })),
      ...more.map((alias) => ({ name: alias, kind: 'alias' as const })),
      ...short.map((acronym) => ({ name: acronym, kind: 'acronym' as const })),
    ],
    identifiers: ror ? [{ scheme: 'ror', value: ror }] : [],
  }
}
