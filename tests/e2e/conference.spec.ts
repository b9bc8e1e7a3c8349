import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseCsv } from 'hucre/csv'
import { PDF, picture } from '#tests/setup/files'
import { addSection, newQuestion } from './support/builder.ts'
import { institution, newEmail, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

type Asked = { kind: string; en: string; ru: string; options?: [string, string][] }

/** A question of every kind; the visa decides about the passport. */
const VISA: Asked = { kind: 'Yes or no', en: 'Do you need a visa?', ru: 'Нужна ли вам виза?' }
const PASSPORT: Asked = { kind: 'Short text', en: 'Passport number', ru: 'Номер паспорта' }
const FIRST: Asked[] = [
  VISA,
  PASSPORT,
  {
    kind: 'One choice',
    en: 'Workshop',
    ru: 'Семинар',
    options: [
      ['Mobility', 'Мобильность'],
      ['Health', 'Здоровье'],
    ],
  },
  {
    kind: 'Several choices',
    en: 'Topics',
    ru: 'Темы',
    options: [
      ['Water', 'Вода'],
      ['Soil', 'Почва'],
      ['Air', 'Воздух'],
    ],
  },
  { kind: 'Document', en: 'Your abstract', ru: 'Ваши тезисы' },
]
const LATER: Asked[] = [
  { kind: 'Long text', en: 'Motivation', ru: 'Мотивация' },
  { kind: 'Number', en: 'Nights', ru: 'Ночей' },
  {
    kind: 'One from a list',
    en: 'Size',
    ru: 'Размер',
    options: [
      ['Small', 'Маленький'],
      ['Large', 'Большой'],
    ],
  },
  { kind: 'Date', en: 'Date of birth', ru: 'Дата рождения' },
  { kind: 'Time', en: 'Best time to call', ru: 'Когда звонить' },
  { kind: 'Journey', en: 'Arrival', ru: 'Прибытие' },
  { kind: 'Phone number', en: 'Emergency phone', ru: 'Телефон близких' },
  { kind: 'Country', en: 'Citizenship', ru: 'Гражданство' },
  { kind: 'Institution', en: 'Sending institution', ru: 'Направляющая организация' },
  { kind: 'Web address', en: 'Home page', ru: 'Домашняя страница' },
  { kind: 'Picture', en: 'Photo for the badge', ru: 'Фото для бейджа' },
  { kind: 'Consent', en: 'You may print my photo', ru: 'Можно печатать моё фото' },
]
const SLUG = 'every-kind-of-question'
const ACADEMY = 'Every Kind Academy'

test('an event with every kind of question is built, published, answered with and without script, and read back', async ({
  page,
  newPerson,
}) => {
  await institution(ACADEMY)
  await build(page)

  const scripted = await newPerson()
  await registerWithScript(scripted)
  const plain = await newPerson({ javaScriptEnabled: false, locale: 'ru-RU' })
  await registerInRussianWithoutScript(plain)

  // The list shows and filters them, the file says the same, the record tells all.
  await page.goto(`/desk/${SLUG}/attendees`)
  await page.getByText('Columns', { exact: true }).click()
  for (const { en } of [...FIRST, ...LATER]) {
    await page.getByRole('checkbox', { name: en, exact: true }).check()
    await expect(page.getByRole('columnheader', { name: en, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('columnheader', { name: 'You may print my photo' })).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()])
  const rows = parseCsv(await readFile(await download.path(), 'utf8')).map((row) => row.map(String))
  const [heads = [], ...people] = rows
  const cell = (name: string, question: string) =>
    people.find((row) => row.some((text) => text.includes(name)))?.[heads.indexOf(question)]
  expect(people).toHaveLength(2)
  for (const [question, answer] of Object.entries(READ_BACK))
    expect([question, cell('Sadykova', question)]).toEqual([question, answer])
  expect(
    ['Do you need a visa?', 'Passport number', 'Workshop', 'Topics', 'Motivation'].map((question) =>
      cell('Karimov', question),
    ),
  ).toEqual(['No', '', 'Health', 'Soil', ''])

  await page.getByRole('link', { name: 'Sadykova, Aigerim' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aigerim Sadykova')
  for (const text of [
    'AN1234567',
    'Mobility',
    'Water; Air',
    'Two lines',
    'TK 348',
    '+996 555 12 34 56',
    'Uzbekistan',
    'https://example.org/me',
  ])
    await expect(page.getByText(text).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'abstract.pdf' })).toBeVisible()
  await checkA11y(page)
})

const READ_BACK: Record<string, string> = {
  'Do you need a visa?': 'Yes',
  'Passport number': 'AN1234567',
  Workshop: 'Mobility',
  Topics: 'Water; Air',
  'Your abstract': 'abstract.pdf',
  Nights: '2.5',
  Size: 'Large',
  'Date of birth': '1990-02-28',
  'Best time to call': '09:30',
  'Emergency phone': '+996 555 12 34 56',
  Citizenship: 'Uzbekistan',
  'Sending institution': ACADEMY,
  'Home page': 'https://example.org/me',
  'You may print my photo': 'Yes',
}

async function build(page: Page): Promise<void> {
  await signIn(page, { email: 'conference@desk.test', role: 'admin' })
  await page.getByRole('link', { name: 'New event' }).click()
  await page.getByLabel('Title').fill('Every kind of question')
  await page.getByLabel('City').fill('Bishkek')
  await page.getByLabel('First day').fill('2031-05-14')
  await page.getByLabel('Last day').fill('2031-05-15')
  await page.getByLabel('Time zone').selectOption('Asia/Bishkek')
  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(page.getByText('The draft is there.')).toBeVisible()
  await page.goto(`/desk/${SLUG}/setup/texts`)
  await page.getByRole('textbox', { name: /^Title \(Russian\)/ }).fill('Вопросы всех видов')
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' }).first()).toBeVisible()

  await page.goto(`/desk/${SLUG}/form`)
  await addSection(page, 'Travel and papers')
  for (const question of FIRST) await addOwn(page, 'Travel and papers', question)
  await addSection(page, 'Your stay', 'Afterwards')
  for (const question of LATER) await addOwn(page, 'Your stay', question)

  await page.goto(`/desk/${SLUG}`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The event is published.')).toBeVisible()
}

async function addOwn(page: Page, section: string, asked: Asked): Promise<void> {
  await newQuestion(page, section, asked.kind)
  await page.getByLabel('Question · English').fill(asked.en)
  await page.getByLabel('Question · Russian').fill(asked.ru)
  for (const [i, [en, ru]] of (asked.options ?? []).entries()) {
    if (i === 2) await page.getByRole('button', { name: 'More lines' }).first().click()
    await page.getByLabel(`Choice ${i + 1}, English`).fill(en)
    await page.getByLabel(`Choice ${i + 1}, Russian`).fill(ru)
  }
  if (asked === PASSPORT) {
    await page.getByRole('radio', { name: 'Yes', exact: true }).check()
    await page.getByLabel('Condition 1: question').selectOption(VISA.en)
    await page.getByLabel('Condition 1: answer').selectOption('Yes')
  }
  // Documents are taken for papers until somebody says otherwise, and papers are in no list.
  if (asked.kind === 'Document') await page.getByRole('radio', { name: /^Practical/ }).check()
  await page.getByRole('button', { name: 'Add the question' }).click()
  await expect(page.getByText(`“${asked.en}” is added`)).toBeVisible()
}

async function registerWithScript(page: Page): Promise<void> {
  await page.goto(`/e/${SLUG}/register`)
  await person(page, { email: newEmail('every'), given: 'Aigerim', family: 'Sadykova', type: 'Participant' })
  await page.getByRole('radiogroup', { name: VISA.en }).getByLabel('Yes').check()
  await page.getByLabel(PASSPORT.en).fill('AN1234567')
  await page.getByRole('radio', { name: 'Mobility' }).check()
  await page.getByRole('checkbox', { name: 'Water' }).check()
  await page.getByRole('checkbox', { name: 'Air' }).check()
  await page
    .getByLabel('Your abstract')
    .setInputFiles({ name: 'abstract.pdf', mimeType: 'application/pdf', buffer: PDF })
  await page.getByRole('button', { name: 'Reserve my place' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have a seat, Aigerim')

  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await page.getByLabel('Motivation').fill('Two lines\nof it')
  await page.getByLabel('Nights').fill('2,5')
  await page.getByLabel('Size').selectOption('Large')
  await page.getByLabel('Date of birth').fill('1990-02-28')
  await page.getByLabel('Best time to call').fill('09:30')
  const arrival = page.getByRole('group', { name: 'Arrival' })
  await arrival.getByLabel('Day').fill('2031-05-13')
  await arrival.getByLabel('Time').fill('03:15')
  await arrival.getByLabel('How').fill('TK 348')
  await page.getByLabel('Emergency phone').fill('+996 555 12 34 56')
  await page.getByLabel('Citizenship').selectOption('UZ')
  await page.getByLabel('Sending institution').fill(ACADEMY)
  await page.keyboard.press('Escape')
  await page.getByLabel('Home page').fill('https://example.org/me')
  await page
    .getByLabel('Photo for the badge')
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: await picture('png') })
  await page.getByRole('checkbox', { name: 'You may print my photo' }).check()
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await expect(page.getByText('Your answers are saved.')).toBeVisible()
  await expect(page.getByText('Uzbekistan')).toBeVisible()
}

async function registerInRussianWithoutScript(page: Page): Promise<void> {
  await page.goto(`/e/${SLUG}/register?lang=ru`)
  await expect(page.getByText('Ответьте, только если «Нужна ли вам виза?» — «Да».')).toBeVisible()
  await page.getByLabel('Электронная почта').fill(newEmail('plain'))
  await page.getByLabel('Имя', { exact: true }).fill('Rustam')
  await page.getByLabel('Фамилия', { exact: true }).fill('Karimov')
  await page.getByLabel('Университет или организация').fill(ACADEMY)
  await page.getByLabel('Страна', { exact: true }).selectOption('KG')
  await page.getByRole('radio', { name: 'Участник', exact: true }).check()
  await page.getByRole('radiogroup', { name: VISA.ru }).getByLabel('Да').check()
  await page.getByRole('radio', { name: 'Здоровье' }).check()
  await page.getByRole('checkbox', { name: 'Почва' }).check()
  const consent = page.getByRole('checkbox', { name: /персональных данных/ }).first()
  await consent.check()
  await page.getByRole('button', { name: 'Занять место' }).click()
  // The condition is checked when the form is sent.
  await expect(page.getByRole('alert').getByRole('link', { name: /Номер паспорта/ })).toBeVisible()
  await page.getByRole('radiogroup', { name: VISA.ru }).getByLabel('Нет').check()
  await page.getByRole('button', { name: 'Занять место' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rustam')
}

async function person(
  page: Page,
  { email, given, family, type }: { email: string; given: string; family: string; type: string },
): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Given name').fill(given)
  await page.getByLabel('Family name').fill(family)
  await page.getByLabel('University or organization').fill(ACADEMY)
  await page.keyboard.press('Escape')
  await page.getByLabel('Country', { exact: true }).selectOption('KG')
  await page.getByRole('radio', { name: type, exact: true }).check()
  await page.getByRole('checkbox', { name: /privacy notice/ }).check()
}
