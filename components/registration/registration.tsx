import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'
import { askedOf } from '#components/form/asked-of'
import { RegistrationForm } from '#components/registration/registration-form'
import { Shut } from '#components/registration/shut'
import { Link } from '#components/ui/link'
import { LIMITS } from '#lib/attendees/schema/person'
import { countryOptions } from '#lib/countries/policy'
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
  const [t, tInstitution, tUi] = await Promise.all([
    getTranslations('registration'),
    getTranslations('institution'),
    getTranslations('ui'),
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
      fields={{
        labels: words(LABELS, (key) => t(`fields.${key}`)),
        hints: words(HINTS, (key) => t(`hints.${key}`)),
        words: words(FORM, (key) => t(`form.${key}`)),
        institution: { ...words(INSTITUTION, (key) => tInstitution(key)), add: tInstitution.raw('add') },
        countries: countryOptions(locale),
        types: event.types
          .filter((type) => !type.archived)
          .map((type) => ({ value: type.id, label: type.name, lang: type.lang })),
        consents: {
          privacy: event.notice
            ? t.rich('form.privacy', {
                version: event.notice.version,
                link: (chunks) => <Link href={`/e/${event.slug}/privacy`}>{chunks}</Link>,
              })
            : t('form.privacyPlain'),
          listed: event.listVisibility === 'nobody' ? undefined : t(`form.listed.${event.listVisibility}`),
        },
        limits: LIMITS,
      }}
      questions={asked}
    />
  )
}

const LABELS = [
  'email',
  'givenName',
  'familyName',
  'nativeName',
  'countryCode',
  'typeId',
  'title',
  'position',
  'phone',
] as const
const HINTS = ['email', 'names', 'title', 'phone'] as const
const FORM = ['optional', 'countryPlaceholder', 'more', 'consents', 'listedHint'] as const
const INSTITUTION = [
  'label',
  'hint',
  'city',
  'cityHint',
  'cityOffered',
  'list',
  'added',
  'meant',
  'unavailable',
] as const

function words<Key extends string>(keys: readonly Key[], word: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>
}
