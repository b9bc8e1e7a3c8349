import { getTranslations } from 'next-intl/server'
import { QuestionForm } from '#components/builder/question-form'
import { DATA_CLASSES, QUESTION_KINDS, type QuestionKind } from '#db/enums'
import { countryOptions } from '#lib/countries/policy'
import { defaultClass } from '#lib/forms/policy/defaults'
import { type EditedForm, type EditedQuestion, earlierThan, wordIn } from '#lib/forms/policy/edited'
import { SENDS_FILE } from '#lib/forms/policy/question'
import { valuesOf } from '#lib/forms/policy/rows'
import { languagesOf } from '#lib/forms/policy/words'
import { LONGEST_EDIT } from '#lib/forms/schema/edit'
import { outlineHref } from '#lib/forms/schema/outline'
import type { Locale } from '#lib/i18n/locales'

type Props = {
  slug: string
  form: EditedForm
  /** Null for a new one of this kind. */
  question: EditedQuestion | null
  section: string
  kind: QuestionKind
  types: { id: string; name: string }[]
  locale: Locale
}

/** The form of a question with all its words. */
export async function QuestionEditor({ slug, form, question, section, kind, types, locale }: Props) {
  const t = await getTranslations('builder')
  const values: Record<string, string> = question
    ? { ...valuesOf(question), revision: String(question.revision) }
    : { kind, dataClass: defaultClass(kind), need: 'no', mode: 'all', max: SENDS_FILE.includes(kind) ? '5' : '' }
  return (
    <QuestionForm
      slug={slug}
      id={question?.id ?? ''}
      section={section}
      kind={question?.kind ?? kind}
      answered={question && question.answered > 0 ? `${t('outline.mark.answered', { count: question.answered })}.` : ''}
      values={values}
      languages={languagesOf(form, locale)}
      kinds={QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      types={types.map((type) => ({ value: type.id, label: type.name }))}
      classes={DATA_CLASSES.map((value) => ({
        value,
        label: t(`class.${value}.name`),
        hint: t(`class.${value}.text`),
      }))}
      earlier={earlierThan(form, { id: question?.id, sectionId: section }).map((one) => ({
        id: one.id,
        kind: one.kind,
        label: wordIn(one.label, locale, form),
        options: one.options
          .filter((option) => !option.archived)
          .map((option) => ({ value: option.id, label: wordIn(option.label, locale, form) })),
      }))}
      countries={countryOptions(locale)}
      words={t.raw('question')}
      limits={LONGEST_EDIT}
      back={outlineHref(slug)}
    />
  )
}
