import { describe, expect, test } from 'vitest'
import { addresses, inLanguage, shareLinks } from '#lib/events/policy/address'
import { sitemap } from '#lib/events/policy/sitemap'

const ORIGIN = 'https://events.test'

describe('the addresses of a page', () => {
  test('are the plain one, which chooses by its reader, and one for each language', () => {
    expect(addresses(ORIGIN, '/e/eca', ['en', 'ru'])).toEqual({
      canonical: 'https://events.test/e/eca',
      languages: {
        en: 'https://events.test/e/eca?lang=en',
        ru: 'https://events.test/e/eca?lang=ru',
        'x-default': 'https://events.test/e/eca',
      },
    })
  })

  test('asked for in a language, that one is the canonical', () => {
    expect(addresses(ORIGIN, '/e/eca', ['en', 'ru'], 'ru').canonical).toBe('https://events.test/e/eca?lang=ru')
  })

  test('of an event in one language are one', () => {
    expect(addresses(ORIGIN, '/e/eca', ['en'], 'ru')).toEqual({ canonical: 'https://events.test/e/eca', languages: {} })
    expect(inLanguage('/e/eca')).toBe('/e/eca')
  })
})

test('links for sharing carry the address and the title, whatever letters they have', () => {
  const { email, telegram, whatsapp } = shareLinks('https://events.test/e/eca?lang=ru', 'Өнер & «мир» #1?')
  const telegramQuery = new URL(telegram).searchParams
  expect(telegramQuery.get('url')).toBe('https://events.test/e/eca?lang=ru')
  expect(telegramQuery.get('text')).toBe('Өнер & «мир» #1?')
  expect(new URL(whatsapp).searchParams.get('text')).toBe('Өнер & «мир» #1?\nhttps://events.test/e/eca?lang=ru')
  const query = new URLSearchParams(email.split('?', 2)[1])
  expect(query.get('subject')).toBe('Өнер & «мир» #1?')
  expect(query.get('body')).toContain('https://events.test/e/eca?lang=ru')
})

test('the sitemap has every page with its languages, and is sound XML', () => {
  const xml = sitemap(ORIGIN, [
    { path: '/', locales: ['en', 'ru'] },
    { path: '/e/one', locales: ['en'] },
    { path: '/e/a&b', locales: ['en'] },
  ])
  expect(xml.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://events.test/</loc>',
    '<loc>https://events.test/e/one</loc>',
    '<loc>https://events.test/e/a&#38;b</loc>',
  ])
  expect(xml).toContain('<xhtml:link rel="alternate" hreflang="ru" href="https://events.test/?lang=ru"/>')
  expect(xml.match(/xhtml:link/g)).toHaveLength(3)
})
