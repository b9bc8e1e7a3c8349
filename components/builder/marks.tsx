import { getTranslations } from 'next-intl/server'
import type { OutlineProps } from '#components/builder/outline'
import { days } from '#lib/format'
import { allQuestions, type EditedQuestion, wordIn } from '#lib/forms/policy/edited'
import { CHOOSES } from '#lib/forms/policy/question'

/** What is special about a question, a word each. What wants doing stands out. */
export async function Marks({ question, form, types, locale }: OutlineProps & { question: EditedQuestion }) {
  const t = await getTranslations('builder.outline.mark')
  const tClass = await getTranslations('builder.class')
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const { required, requiredFrom, condition, typeIds, label, options, answered } = question
  const offered = options.filter((one) => !one.archived)
  const lacking = form.locales.filter((code) => !label[code] || offered.some((option) => !option.label[code]))
  const on = [...new Set((condition?.tests ?? []).map((test) => test.questionId))].map((id) =>
    wordIn(allQuestions(form).find((one) => one.id === id)?.label ?? {}, locale, form),
  )
  const marks = [
    required && {
      text: requiredFrom ? t('requiredFrom', { day: days(requiredFrom, requiredFrom, locale) }) : t('required'),
    },
    question.staffOnly && { text: t('staff') },
    ...on.map((name) => ({ text: t('dependsOn', { name }) })),
    ...typeIds.map((id) => ({ text: types.find((type) => type.id === id)?.name ?? '' })),
    { text: tClass(`${question.dataClass}.name`), sensitive: question.dataClass === 'sensitive' },
    answered > 0 && { text: t('answered', { count: answered }) },
    CHOOSES.includes(question.kind) && offered.length === 0 && { text: t('noOptions'), due: true },
    ...lacking.map((code) => ({ text: t('untranslated', { language: languages.of(code) ?? code }), due: true })),
  ]
  return marks.map((mark) =>
    mark ? (
      <li
        key={mark.text}
        className={'due' in mark ? 'mark-due' : 'sensitive' in mark && mark.sensitive ? 'mark-sensitive' : undefined}
      >
        {mark.text}
      </li>
    ) : null,
  )
}
