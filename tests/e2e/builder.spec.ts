import {
  addReady,
  addSection,
  answers,
  atTheForm,
  expectNarrow,
  newQuestion,
  questionsShown,
} from './support/builder.ts'
import { openEvent, signIn } from './support/person.ts'
import { checkA11y, expect, test } from './support/test.ts'

test('an organizer builds a form: sections, questions, choices, a condition, their order, and sees it as people will', async ({
  page,
}) => {
  const event = await openEvent()
  await atTheForm(page, event, 'builder@desk.test')
  await checkA11y(page)
  await addSection(page, 'Travel')
  await addSection(page, 'Papers', 'Afterwards')

  // Ready-made ones come complete, in both languages.
  await page.getByRole('link', { name: 'Add a question to “Travel”' }).click()
  await checkA11y(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Do you need a hotel room?' }).click()
  await expect(page.getByText('“Do you need a hotel room?” is added at the end of “Travel”.')).toBeVisible()
  await addReady(page, 'Travel', 'Dietary needs')
  await addReady(page, 'Papers', 'Copy of your passport')

  // One of one's own: an error keeps what was typed; a condition on the first.
  await newQuestion(page, 'Travel', 'One choice')
  await page.getByLabel('Question · English').fill('Which room?')
  await page.getByRole('button', { name: 'Add the question' }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByRole('link', { name: /Write at least one choice/ })).toBeVisible()
  await expect(page.getByLabel('Question · English')).toHaveValue('Which room?')
  await page.getByLabel('Choice 1, English').fill('Double')
  await page.getByLabel('Choice 2, English').fill('Single')
  await page.getByRole('button', { name: 'More lines' }).first().click()
  await expect(page.getByLabel('Choice 3, English')).toBeFocused()
  await page.getByRole('button', { name: 'Move “Single” up' }).click()
  await expect(page.getByLabel('Choice 1, English')).toHaveValue('Single')
  await expect(page.getByRole('button', { name: 'Move “Single” down' })).toBeFocused()
  await page.getByLabel('Condition 1: question').selectOption('Do you need a hotel room?')
  await page.getByLabel('Condition 1: answer').selectOption('Yes')
  await checkA11y(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Add the question' }).click()
  await expect(page.getByText('Depends on “Do you need a hotel room?”')).toBeVisible()
  await expect(page.getByText('Russian is missing').first()).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)

  // By keyboard: the button keeps the focus while its row moves, and what relies on another stays behind it.
  await page.getByRole('button', { name: 'Move “Which room?” up' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Which room?” is now 2 of 3 in “Travel”.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Move “Which room?” up' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Which room?” is shown depending on “Do you need a hotel room?”')).toBeVisible()
  expect(await questionsShown(page)).toEqual([
    'Do you need a hotel room?',
    'Which room?',
    'Dietary needs',
    'Copy of your passport',
  ])

  // The preview hides what does not apply yet.
  await page.getByRole('link', { name: 'Preview' }).click()
  await expect(page.getByRole('group', { name: 'Travel' })).toBeVisible()
  await expect(page.getByText('Which room?')).toBeHidden()
  await page
    .getByRole('radiogroup', { name: /hotel room/ })
    .getByLabel('Yes')
    .check()
  await expect(page.getByText('Which room?')).toBeVisible()
  await checkA11y(page)
  await expectNarrow(page)
  await page.getByRole('navigation', { name: 'For whom' }).getByRole('link', { name: 'Russian' }).click()
  await expect(page.getByRole('radiogroup', { name: /номер в гостинице/ })).toBeVisible()
})

test('a kind is changed with the loss told first; a question goes and comes back with its answers', async ({
  page,
  newPerson,
}) => {
  const event = await openEvent()
  await atTheForm(page, event, 'changer@desk.test')
  await addSection(page, 'About you')
  await newQuestion(page, 'About you', 'Short text')
  await page.getByLabel('Question · English').fill('How many nights?')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“How many nights?” is added')).toBeVisible()
  await page.getByRole('link', { name: 'How many nights?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How many nights?')
  await answers(page, event, ['2', '3', 'two'])
  await page.reload()

  await page.getByLabel('Kind of answer').selectOption('Number')
  await expect(page.getByText('Answers that do not fit this kind would be lost')).toBeVisible()
  await page.getByLabel('Most').fill('7')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: '1 answer would be lost' })).toBeVisible()
  await expect(page.getByLabel('Most')).toHaveValue('7')
  await checkA11y(page)
  await page.getByRole('button', { name: 'Save and delete 1 answer' }).click()
  await expect(page.getByText('“How many nights?” is saved.')).toBeVisible()
  await expect(page.getByText('2 people have answered')).toBeVisible()

  // Two at once: the second is told what the first changed, and may save over it.
  await page.getByRole('link', { name: 'How many nights?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How many nights?')
  const second = await newPerson()
  await signIn(second, { email: 'other@desk.test', role: 'organizer', event })
  await second.goto(page.url())
  await second.getByLabel('Question · English').fill('Nights')
  await second.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.getByText('“Nights” is saved.')).toBeVisible()
  await page.getByLabel('Question · English').fill('Number of nights')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Question (English): How many nights? → Nights')).toBeVisible()
  await expect(page.getByLabel('Question · English')).toHaveValue('Number of nights')
  await checkA11y(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('“Number of nights” is saved.')).toBeVisible()

  await page.getByRole('link', { name: 'Number of nights' }).click()
  await page.getByRole('button', { name: 'Remove the question…' }).click()
  await expect(page.getByRole('dialog').getByText('2 people have answered. The answers are kept.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the question', exact: true }).click()
  await expect(page.getByText('The answers of 2 people are kept.')).toBeVisible()
  await page.getByText('1 removed part').click()
  await checkA11y(page)
  await page.getByRole('button', { name: 'Restore Number of nights' }).click()
  await expect(page.getByText('“Number of nights” is asked again')).toBeVisible()

  const staff = await newPerson()
  await signIn(staff, { email: 'builder-staff@desk.test', role: 'staff', event })
  for (const path of ['', '/preview', '/sections/new'])
    expect((await staff.request.get(`/desk/${event.slug}/form${path}`)).status()).toBe(404)
})

test('without JavaScript the same form is built', async ({ newPerson }) => {
  const event = await openEvent()
  const page = await newPerson({ javaScriptEnabled: false })
  await atTheForm(page, event, 'plain-builder@desk.test')
  await addSection(page, 'Practical')
  await addReady(page, 'Practical', 'T-shirt size')
  await newQuestion(page, 'Practical', 'Short text')
  await page.getByLabel('Question · English').fill('Which lunch?')
  await page.getByLabel('Kind of answer').selectOption('One choice')
  await page.getByRole('button', { name: 'Show its fields' }).click()
  await expect(page.getByLabel('Question · English')).toHaveValue('Which lunch?')
  await page.getByLabel('Choice 1, English').fill('Early')
  await page.getByLabel('Choice 2, English').fill('Late')
  await page.getByRole('button', { name: 'More lines' }).first().click()
  await page.getByRole('button', { name: 'Move “Late” up' }).click()
  await expect(page.getByLabel('Choice 1, English')).toHaveValue('Late')
  await page.getByLabel('Condition 1: question').selectOption('T-shirt size')
  await page.getByRole('button', { name: 'Add the question' }).click()
  await expect(page.getByRole('link', { name: /answer to compare with/ })).toBeVisible()
  await page.getByLabel('Condition 1: answer').selectOption('XL')
  await page.getByRole('button', { name: 'Add the question' }).click()
  await expect(page.getByText('Depends on “T-shirt size”')).toBeVisible()
  await page.getByRole('button', { name: 'Move “T-shirt size” down' }).click()
  await expect(page.getByText('“Which lunch?” is shown depending on “T-shirt size”')).toBeVisible()
  await page.getByRole('link', { name: 'Which lunch?' }).click()
  await page.getByText('Remove the question…').click()
  await page.getByRole('button', { name: 'Remove the question', exact: true }).click()
  await expect(page.getByText('“Which lunch?” is no longer asked.')).toBeVisible()
  expect(await questionsShown(page)).toEqual(['T-shirt size'])
})
