import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { Placeholders } from '#components/letter/placeholders'
import type { EditFieldProps } from '#components/setup/edit-field'
import { EditForm } from '#components/setup/edit-form'
import { stampOf } from '#lib/events/policy/stamp'
import { textName } from '#lib/events/schema/edit/texts'
import { languageName } from '#lib/i18n/languages'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { saveWording } from '#lib/messages/actions/letters'
import { type LetterKind, placeholdersOf } from '#lib/messages/policy/kinds'
import { WORDING_LIMITS } from '#lib/messages/policy/wording'
import type { Wordings } from '#lib/messages/queries/desk'
import { letterPreviews } from '#lib/messages/queries/letter-told'
import { WORDING_FIELDS } from '#lib/messages/schema/letter'

/** How a letter is worded, its languages beside one another, and how that looks for somebody. */
export async function LetterForm({
  event,
  kind,
  wordings,
  people,
  locale,
  at,
}: {
  event: EventOfDesk
  kind: LetterKind
  wordings: Wordings
  people: { id: string; name: string }[]
  locale: Locale
  at: string
}) {
  const as = people[0]?.id ?? ''
  const [t, meaning, previews] = await Promise.all([
    getTranslations('messages.form'),
    getTranslations('messages.placeholder'),
    letterPreviews(event.id, kind, wordings, as),
  ])
  const field = (name: 'subject' | 'body', lang: Locale): EditFieldProps => {
    const language = languageName(lang, locale)
    const about = { name: textName(name, lang), label: t(name, { language }), lang, maxLength: WORDING_LIMITS[name] }
    return name === 'subject'
      ? { ...about, kind: 'line', prose: true }
      : { ...about, kind: 'text', rows: 10, preview: { label: t('previewOf'), empty: t('previewEmpty') } }
  }
  const known = placeholdersOf(kind).map((name) => {
    const told = meaning(name as 'name')
    return { name, meaning: told, says: t('insert', { placeholder: `{${name}}`, meaning: told }) }
  })
  const shown = stampOf(wordings)
  const messages = await getTranslations('messages')
  return (
    <EditForm
      key={`${shown} ${at}`}
      label={t('label')}
      action={saveWording}
      words={{
        save: t('save'),
        saving: t('saving'),
        preview: t('preview'),
        conflictTitle: messages('conflictTitle'),
        conflictText: messages('conflictText'),
      }}
      previews={previews}
      values={{
        eventId: event.id,
        kind,
        shown,
        since: String(Date.now()),
        ...Object.fromEntries(
          LOCALES.flatMap((lang) => WORDING_FIELDS.map((name) => [textName(name, lang), wordings[lang][name]])),
        ),
        as,
      }}
      parts={[
        {
          key: 'words',
          wide: true,
          title: t('words'),
          hint: <Placeholders intro={t('intro')} hint={t('hint')} known={known} />,
          rows: WORDING_FIELDS.map((name) => LOCALES.map((lang) => field(name, lang))),
        },
        {
          key: 'as',
          title: t('asTitle'),
          hint: t('asHint'),
          rows: [
            [
              {
                kind: 'list',
                name: 'as',
                label: t('as'),
                placeholder: t('example'),
                options: people.map(({ id, name }) => ({ value: id, label: name })),
              },
            ],
          ],
        },
      ]}
    />
  )
}
