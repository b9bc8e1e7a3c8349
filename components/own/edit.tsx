import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { askedOf } from '#components/form/asked-of'
import { EditForm } from '#components/own/edit-form'
import { fieldsOf } from '#components/registration/fields-of'
import type { OwnState } from '#components/registration/own-words'
import { Notice } from '#components/ui/notice'
import { mayEdit, mayReturn } from '#lib/attendees/policy/stage'
import { answersOf } from '#lib/attendees/queries/answers'
import { instant, offset } from '#lib/format'
import { questionsOf } from '#lib/forms/policy/question'
import { typedOf } from '#lib/forms/policy/typed'
import { formOf } from '#lib/forms/queries/form'
import { institutionLabels } from '#lib/institutions/queries/labels'

/** The form of the registration with what is recorded in it: to change it, or to register again; or why neither is possible. */
export async function Edit({ record, event, cancellation, locale }: Omit<OwnState, 'blocked'>) {
  const now = new Date()
  const again = record.status === 'cancelled'
  const [t, tForm, tUi, tRefused] = await Promise.all([
    getTranslations('own.edit'),
    getTranslations('registration'),
    getTranslations('ui'),
    getTranslations('own.edit.refused'),
  ])
  const may = again
    ? mayReturn({ status: record.status, cancelledBy: cancellation?.byKind ?? null }, event, now)
    : mayEdit(record.status, event, now)
  if (may !== 'yes') return <Notice>{tRefused(may)}</Notice>
  const [form, answers, labels, fields] = await Promise.all([
    formOf(event, locale),
    answersOf(record.id),
    institutionLabels([record.institutionId], locale),
    fieldsOf(event, locale, record.typeId),
  ])
  const kept = new Set([...answers.values()].flatMap((pieces) => pieces.flatMap((piece) => piece.optionId ?? [])))
  const asked = await askedOf(event, ['registration'], { locale, now, kept, form })
  const label = labels.get(record.institutionId)
  const institution = label?.name ?? record.institutionName
  const { email, title, givenName, familyName, nativeName, position, countryCode, typeId, phone } = record
  const page = t(again ? 'againDocumentTitle' : 'documentTitle', { event: event.texts.title.text })
  const until =
    event.freezesAt &&
    `${instant(event.freezesAt, event.timeZone, locale)} (${offset(event.timeZone, event.freezesAt)})`
  return (
    <EditForm
      token={record.token}
      locale={locale}
      values={{
        ...{ email, title, givenName, familyName, nativeName, position, countryCode, typeId, phone },
        ...{ institution, institutionId: record.institutionId, institutionFor: institution },
        institutionPlace: label?.place ?? '',
        revision: String(record.revision),
        key: randomUUID(),
        noticeId: event.notice?.id ?? '',
      }}
      answers={typedOf(questionsOf(form, 'registration'), (id) => answers.get(id) ?? [])}
      documentTitle={tUi('pageTitle', { page })}
      words={{
        intro: again ? t(event.approval ? 'againIntroApproval' : 'againIntro') : t('intro'),
        until: until && !again ? t('until', { until }) : '',
        submit: t(again ? 'againSubmit' : 'submit'),
        submitting: tForm('form.submitting'),
        offline: { title: tForm('refused.offline.title'), text: tForm('refused.offline.text') },
      }}
      fields={again ? fields : { ...fields, consents: undefined }}
      questions={asked}
    />
  )
}
