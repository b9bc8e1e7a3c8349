import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { askedOf } from '#components/form/asked-of'
import { OwnQuestionsForm } from '#components/registration/own-questions-form'
import { Notice } from '#components/ui/notice'
import { mayAnswer } from '#lib/attendees/policy/stage'
import { answersOf } from '#lib/attendees/queries/answers'
import type { ownRecord } from '#lib/attendees/queries/one'
import type { PublicEvent } from '#lib/events/queries/event'
import { questionsOf } from '#lib/forms/policy/question'
import { typedOf } from '#lib/forms/policy/typed'
import { formOf } from '#lib/forms/queries/form'
import type { Locale } from '#lib/i18n/locales'

/** The later questions with what was answered so far, or why there is nothing to answer now. */
export async function OwnQuestions({
  record,
  event,
  locale,
}: {
  record: NonNullable<Awaited<ReturnType<typeof ownRecord>>>
  event: PublicEvent
  locale: Locale
}) {
  const now = new Date()
  const [t, tUi, form, answers] = await Promise.all([
    getTranslations('registration'),
    getTranslations('ui'),
    formOf(event, locale),
    answersOf(record.id),
  ])
  const may = mayAnswer(record.status, event, now)
  if (may !== 'yes') return <Notice>{t(`questions.refused.${may}`)}</Notice>
  const kept = new Set([...answers.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.optionId ?? [])))
  const asked = await askedOf(event, ['afterwards'], { locale, now, kept, form })
  if (asked.sections.length === 0) return <Notice>{t('questions.none')}</Notice>
  const earlier = questionsOf(form, 'registration').map(({ id }) => [id, answers.get(id) ?? []] as const)
  return (
    <OwnQuestionsForm
      token={record.token}
      submission={randomUUID()}
      questions={{ ...asked, typeId: record.typeId, known: Object.fromEntries(earlier) }}
      answers={typedOf(questionsOf(form, 'afterwards'), (id) => answers.get(id) ?? [])}
      documentTitle={tUi('pageTitle', { page: t('questions.documentTitle', { event: event.texts.title.text }) })}
      words={{
        intro: t('questions.intro'),
        submit: t('questions.submit'),
        submitting: t('form.submitting'),
        kept: t('refused.kept'),
        offline: { title: t('refused.offline.title'), text: t('refused.offline.text') },
      }}
    />
  )
}
