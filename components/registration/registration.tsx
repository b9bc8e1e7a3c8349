import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'
import { askedOf } from '#components/form/asked-of'
import { fieldsOf } from '#components/registration/fields-of'
import { RegistrationForm } from '#components/registration/registration-form'
import { Shut } from '#components/registration/shut'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'

/** The registration form of an event with all its words, or why there is none now. */
export async function Registration({
  event,
  state,
  locale,
}: {
  event: PublicEvent
  state: RegistrationState['state']
  locale: Locale
}) {
  const [t, tUi, fields] = await Promise.all([
    getTranslations('registration'),
    getTranslations('ui'),
    fieldsOf(event, locale),
  ])
  const asked = await askedOf(event, ['registration'], { locale, now: new Date() })
  const full = state === 'full'
  const shut = state === 'closed' || state === 'not-yet' ? <Shut kind={state} event={event} locale={locale} /> : null
  const page = t('form.documentTitle', { event: event.texts.title.text })
  return (
    <RegistrationForm
      slug={event.slug}
      locale={locale}
      submission={randomUUID()}
      noticeId={event.notice?.id ?? ''}
      shut={shut}
      documentTitle={tUi('pageTitle', { page })}
      words={{
        intro: t(event.approval ? 'form.introApproval' : full ? 'form.introWaiting' : 'form.intro'),
        submit: t(event.approval ? 'form.submitApproval' : full ? 'form.submitWaiting' : 'form.submit'),
        submitting: t('form.submitting'),
        submitHint:
          event.confirmHours === null
            ? t('form.submitHint')
            : t('form.submitHintConfirm', { hours: event.confirmHours }),
        kept: t('refused.kept'),
        offline: { title: t('refused.offline.title'), text: t('refused.offline.text') },
        sendLink: t('refused.sendLink'),
        sendingLink: t('refused.sendingLink'),
      }}
      fields={fields}
      questions={asked}
    />
  )
}
