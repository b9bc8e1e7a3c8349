import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { Placeholders } from '#components/letter/placeholders'
import type { EditFieldProps } from '#components/setup/edit-field'
import { EditForm } from '#components/setup/edit-form'
import { textName } from '#lib/events/schema/edit/texts'
import { languageName } from '#lib/i18n/languages'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { saveMailing } from '#lib/messages/actions/mailing-words'
import { PLACEHOLDERS } from '#lib/messages/policy/placeholders'
import { MAILING_FIELDS, MAILING_LIMITS } from '#lib/messages/schema/mailing'

type Text = { locale: string; subject: string; body: string }

/** The words of a letter to many, its languages beside one another, with what may stand in braces. */
export async function MailingForm({
  event,
  texts,
  hidden,
  locale,
}: {
  event: EventOfDesk
  texts: readonly Text[]
  /** The letter and its revision, or whom a new one is for. */
  hidden: Record<string, string>
  locale: Locale
}) {
  const [t, desk, letters] = await Promise.all([
    getTranslations('mailings.form'),
    getTranslations('desk'),
    getTranslations('messages'),
  ])
  const known = PLACEHOLDERS.map((name) => {
    const meaning = letters(`placeholder.${name}`)
    return { name, meaning, says: letters('form.insert', { placeholder: `{${name}}`, meaning }) }
  })
  // The event's main language first: the others may stay empty.
  const order = LOCALES.toSorted((a, b) => Number(b === event.defaultLocale) - Number(a === event.defaultLocale))
  const of = (lang: Locale) => texts.find((text) => text.locale === lang)
  const values = Object.fromEntries(
    order.flatMap((lang) => MAILING_FIELDS.map((field) => [textName(field, lang), of(lang)?.[field] ?? ''])),
  )
  function field(name: 'subject' | 'body', lang: Locale): EditFieldProps {
    const language = languageName(lang, locale)
    const about = {
      name: textName(name, lang),
      label: name === 'subject' ? t('subject', { language }) : t('body', { language }),
      lang,
      maxLength: MAILING_LIMITS[name],
      ...(lang === event.defaultLocale ? {} : { optional: desk('optional') }),
    }
    return name === 'subject' ? { ...about, kind: 'line', prose: true } : { ...about, kind: 'text', rows: 14 }
  }
  return (
    <EditForm
      action={saveMailing}
      label={t('label')}
      words={{
        save: t('save'),
        saving: t('saving'),
        conflictTitle: t('conflictTitle'),
        conflictText: t('conflictText'),
      }}
      values={{ slug: event.slug, ...hidden, ...values }}
      parts={[
        {
          key: 'words',
          wide: true,
          title: t('words'),
          hint: (
            <>
              <p>{t('lead')}</p>
              <Placeholders intro={t('placeholders')} hint={letters('form.hint')} known={known} />
            </>
          ),
          rows: MAILING_FIELDS.map((name) => order.map((lang) => field(name, lang))),
        },
      ]}
    />
  )
}
