import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { AnswersForm } from '#components/attendee/answers-form'
import type { AttendeeRecord } from '#components/attendee/attendee-record'
import { pastLimitsWords } from '#components/attendee/past-limits-words'
import type { EventOfDesk } from '#components/desk/desk-page'
import { askedOf } from '#components/form/asked-of'
import { Enhance } from '#components/ui/enhance'
import { Notice } from '#components/ui/notice'
import type { Answers as Given } from '#lib/attendees/policy/answers'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import { LIMITS } from '#lib/attendees/schema/person'
import { type Form, questionsOf } from '#lib/forms/policy/question'
import { typedOf } from '#lib/forms/policy/typed'
import type { Locale } from '#lib/i18n/locales'
import { recordHref } from '#lib/rosters/schema'

type Props = {
  record: AttendeeRecord
  event: EventOfDesk
  form: Form
  answers: Given
  list: AttendeeList
  locale: Locale
}

/** Every question of the form with what was answered so far, for an organizer to answer for somebody. */
export async function Answers({ record, event, form, answers, list, locale }: Props) {
  const [t, edit, past] = await Promise.all([
    getTranslations('desk.answers'),
    getTranslations('desk.edit'),
    pastLimitsWords(),
  ])
  const kept = new Set([...answers.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.optionId ?? [])))
  const asked = await askedOf(event, ['registration', 'afterwards'], {
    locale,
    now: new Date(),
    staff: true,
    kept,
    form,
  })
  if (asked.sections.length === 0) return <Notice tone="plain">{t('noQuestions')}</Notice>
  // Here all may stay empty, so nothing says it of itself.
  const sections = asked.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, optional: true })),
  }))
  return (
    <>
      <Enhance />
      <AnswersForm
        hidden={{ slug: event.slug, id: record.id, list: listHref(list, { page: list.page }) }}
        first={{
          key: randomUUID(),
          answers: typedOf(questionsOf(form), (id) => answers.get(id) ?? []),
          revision: String(record.revision),
          since: String(record.updatedAt.getTime()),
        }}
        questions={{ ...asked, sections, words: { ...asked.words, optional: '' }, typeId: record.typeId, small: true }}
        past={{ ...past, maxLength: LIMITS.reason }}
        back={recordHref(event.slug, record.id, list)}
        words={{
          save: edit('save'),
          saving: edit('saving'),
          back: edit('back'),
          conflictTitle: edit('conflict.title'),
          conflictText: edit('conflict.text'),
        }}
      />
    </>
  )
}
