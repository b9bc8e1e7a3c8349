import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { SubmitButton } from '#components/ui/submit-button'
import { languageName } from '#lib/i18n/languages'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { tryLetter } from '#lib/messages/actions/letters'
import type { LetterKind } from '#lib/messages/policy/kinds'

/** Sends whoever looks at it a copy of the saved wording. */
export async function LetterTest({
  eventId,
  kind,
  people,
  email,
  locale,
}: {
  eventId: string
  kind: LetterKind
  people: { id: string; name: string }[]
  email: string
  locale: Locale
}) {
  const [t, form] = await Promise.all([getTranslations('messages.test'), getTranslations('messages.form')])
  return (
    <section className="edit-part" aria-labelledby="test-copy">
      <h2 id="test-copy">{t('title')}</h2>
      <p className="edit-hint">{t('text', { email })}</p>
      <form action={tryLetter} className="form" aria-labelledby="test-copy">
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="kind" value={kind} />
        <RadioGroup
          name="language"
          label={t('language')}
          value={locale}
          options={LOCALES.map((lang) => ({ value: lang, label: languageName(lang, locale) }))}
        />
        <Field name="testAs" label={t('as')}>
          {(control) => (
            <Select
              {...control}
              placeholder={form('example')}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={people[0]?.id ?? ''}
            />
          )}
        </Field>
        <div className="actions">
          <SubmitButton variant="normal" pending={t('sending')}>
            {t('send')}
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
