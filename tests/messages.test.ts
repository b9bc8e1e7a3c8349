import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#lib/i18n/locales'
import { readSources, source } from '#tests/setup/source'
import { literalTexts, usedKeys } from '#tests/setup/texts'

type Tree = { [key: string]: string | Tree }
type Texts = Map<string, string>

/** Every text of a language by its full key, such as `desk.status.waiting`. */
function readTexts(locale: string): Texts {
  const files = globSync(`lib/i18n/messages/${locale}/*.json`)
  return flat(
    Object.fromEntries(files.map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8'))])),
  )
}

function flat(tree: Tree, prefix = ''): Texts {
  const pairs = Object.entries(tree).map(
    ([key, value]): Texts =>
      typeof value === 'string' ? new Map([[prefix + key, value]]) : flat(value, `${prefix}${key}.`),
  )
  return new Map(pairs.flatMap((texts) => [...texts]))
}

/** The names of everything that a text wants to be given. How it is shown is each language's own affair. */
function wants(text: string): string[] {
  const names = (elements: MessageFormatElement[]): string[] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return []
      if (element.type === TYPE.tag) return [`<${element.value}>`, ...names(element.children)]
      const choices = 'options' in element ? Object.values(element.options) : []
      return [element.value, ...choices.flatMap((choice) => names(choice.value))]
    })
  return [...new Set(names(parse(text)))].sort()
}

/** The plural forms that a text knows, one list for each plural in it. */
function plurals(text: string): string[][] {
  const forms = (elements: MessageFormatElement[]): string[][] =>
    elements.flatMap((element) => {
      if (element.type === TYPE.tag) return forms(element.children)
      if (!('options' in element)) return []
      const inner = Object.values(element.options).flatMap((choice) => forms(choice.value))
      return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner
    })
  return forms(parse(text))
}

function differences(one: Texts, other: Texts): string[] {
  const lacking = [...one.keys()].filter((key) => !other.has(key)).map((key) => `${key} is lacking`)
  const both = [...one].filter(([key]) => other.has(key))
  const unlike = both.filter(([key, text]) => wants(text).join() !== wants(other.get(key) ?? '').join())
  return [...lacking, ...unlike.map(([key]) => `${key} wants other values`)]
}

/** A language's own forms, by CLDR; `a|b` is served by either. */
function lackingForms(texts: Texts, forms: string[]): string[] {
  const lacks = (text: string) =>
    plurals(text).some((known) => forms.some((form) => !form.split('|').some((either) => known.includes(either))))
  return [...texts].filter(([, text]) => lacks(text)).map(([key]) => key)
}

const FORMS = { en: ['one|=1', 'other'], ru: ['one', 'few', 'many', 'other'] }
const texts = { en: readTexts('en'), ru: readTexts('ru') }
const sources = readSources()
const uses = sources.flatMap((file) => usedKeys(file).uses)
// A page that must stand when everything else has failed takes its texts from the file itself.
const imported = sources.flatMap(({ path: file, imports }) =>
  file.startsWith('lib/') ? [] : imports.flatMap(({ to }) => /messages\/\w+\/(\w+)\.json$/.exec(to)?.[1] ?? []),
)

describe('the languages', () => {
  test('have the same keys, which want the same values', () => {
    expect(differences(texts.en, texts.ru)).toEqual([])
    expect(differences(texts.ru, texts.en)).toEqual([])
  })
  test('control: a lacking key and a lacking value are seen', () => {
    const other = new Map([['a', '{name}']])
    expect(differences(new Map([['a', '{title}']]), other)).toEqual(['a wants other values'])
    expect(differences(new Map([['b', '']]), other)).toEqual(['b is lacking'])
  })

  test.each(LOCALES)('%s has all its plural forms', (locale) =>
    expect(lackingForms(texts[locale], FORMS[locale])).toEqual([]),
  )
  test('control: a Russian text without “few” is seen', () => {
    const wrong = new Map([['a', '{n, plural, one {# место} many {# мест} other {# места}}']])
    expect(lackingForms(wrong, FORMS.ru)).toEqual(['a'])
  })

  test('control: texts were found', () => expect(Math.min(texts.en.size, texts.ru.size)).toBeGreaterThan(100))
})

describe('keys', () => {
  const unused = () => [...texts.en.keys()].filter((key) => !uses.some(({ pattern }) => pattern.test(key)))
  const missing = (known: Texts, asked = uses) =>
    asked.filter(({ pattern, optional }) => !optional && ![...known.keys()].some((key) => pattern.test(key)))

  test('that are asked for exist', () => {
    expect(missing(texts.en).map(({ path: file, written }) => `${file}: ${written}`)).toEqual([])
  })
  test('that exist are asked for', () => {
    expect(unused().filter((key) => !imported.includes(key.split('.', 1)[0] ?? ''))).toEqual([])
  })
  test('are asked for where their translator is bound', () => {
    expect(sources.flatMap((file) => usedKeys(file).problems)).toEqual([])
  })

  const example = `
    const make = (locale) => createTranslator({ locale, namespace: 'mail' })
    async function Page({ full, kind }) {
      const [t, tUi] = await Promise.all([getTranslations('event'), getTranslations({ locale, namespace: 'ui' })])
      const m = make('en')
      help(t)
      const title = (await getTranslations('desk'))('title')
      const late = \`late.\${kind}\`
      return [t(late), t(verb as 'act.cancel'), t(full ? 'full' : 'open'), t(\`state.\${kind}.title\`), t(kind), tUi.rich('foot'), tUi.raw('list'), m('subject')]
    }
    const other = (t) => t('of somebody else')`
  const read = usedKeys(source('app/a.ts', example))
  test('control: every way of asking is understood', () => {
    const asked = [
      'desk.title',
      'event.full',
      'event.open',
      'event.state.a.title',
      'event.any',
      'ui.foot',
      'ui.list.a.b',
      'mail.subject',
    ]
    expect(asked.filter((key) => !read.uses.some(({ pattern }) => pattern.test(key)))).toEqual([])
    const foreign = [
      'event.state.a',
      'event.state.a.b.title',
      'ui.full',
      'ui.foot.a',
      'of somebody else',
      'event.of somebody else.a',
    ]
    expect(foreign.filter((key) => read.uses.some(({ pattern }) => pattern.test(key)))).toEqual([])
  })
  test('control: a translator handed on is seen', () =>
    expect(read.problems).toEqual(['app/a.ts hands its translator t on']))
  test('control: a key that does not exist is seen', () => {
    expect(missing(new Map([['event.full', '']]), read.uses).map(({ written }) => written)).toContain('event.open')
  })
})

describe('texts in the markup', () => {
  test('there are none', () => {
    expect(sources.filter(({ path: file }) => /^(app|components)\//.test(file)).flatMap(literalTexts)).toEqual([])
  })
  test.each([
    '<p>Hello</p>',
    '<p>{"Hello"}</p>',
    '<p>{full ? "Full" : t("open")}</p>',
    '<p>{open && `Open now`}</p>',
    '<button aria-label="Close">×</button>',
    '<input placeholder={"Name"} />',
    '<img alt={named ? "Portrait" : ""} />',
    '<p>Привет</p>',
  ])('control: %s is seen', (markup) =>
    expect(literalTexts(source('app/a.tsx', `const a = ${markup}`))).toHaveLength(1),
  )
  test.each([
    '<p>·</p>',
    '<p className="wide">{t("hello")}</p>',
    '<p>Serai</p>',
    '<a href="/desk">{name}</a>',
    '<p>{2 + 3} / 5</p>',
  ])('control: %s is none', (markup) => expect(literalTexts(source('app/a.tsx', `const a = ${markup}`))).toEqual([]))
})
