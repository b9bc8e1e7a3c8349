import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { EditFieldProps } from '#components/setup/edit-field'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { Untranslated } from '#components/setup/edit-untranslated'
import { saveTexts } from '#lib/events/actions/texts'
import { stampOf } from '#lib/events/policy/stamp'
import { setupTexts } from '#lib/events/queries/setup'
import { MARKDOWN_FIELDS, TEXT_FIELDS, TEXT_LIMITS, type TextField, textName } from '#lib/events/schema/edit/texts'
import { LOCALES, type Locale } from '#lib/i18n/locales'
import { markdown } from '#lib/markdown'

const PARTS = {
  cover: ['title', 'subtitle'],
  place: ['city', 'venue', 'address'],
  words: ['lead', 'about'],
  programme: ['outline'],
  practical: ['practical'],
} as const satisfies Record<string, TextField[]>
const ROWS: Partial<Record<TextField, number>> = { lead: 3, about: 12, outline: 14, practical: 10 }

/** What the event says, its languages beside one another. */
export async function EditTexts({ actor, locale, event, outcome, subject }: EditDesk) {
  const current = await setupTexts(actor, event.id)
  if (!current) notFound()
  const [t, field, desk, words] = await Promise.all([
    getTranslations('setup.texts'),
    getTranslations('setup.common.field'),
    getTranslations('desk'),
    editWords(),
  ])
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const shown = stampOf(current)
  const each = TEXT_FIELDS.flatMap((name) => LOCALES.map((lang) => [textName(name, lang), current.texts[lang][name]]))
  const previews = MARKDOWN_FIELDS.flatMap((name) =>
    LOCALES.map((lang) => [textName(name, lang), markdown(current.texts[lang][name])]),
  )

  function one(name: TextField, lang: Locale): EditFieldProps {
    const about = {
      name: textName(name, lang),
      label: `${field(name)} (${names.of(lang)})`,
      lang,
      maxLength: TEXT_LIMITS[name],
      ...(name === 'title' && lang === current?.defaultLocale ? {} : { optional: desk('optional') }),
    }
    const rows = ROWS[name]
    if (rows === undefined) return { ...about, kind: 'line', prose: true }
    const preview = TEXT_LIMITS[name] > 1000 ? { label: t('previewOf'), empty: t('previewEmpty') } : undefined
    return { ...about, kind: 'text', rows, preview }
  }

  return (
    <>
      <Untranslated texts={current.texts} locale={locale} />
      <EditForm
        key={`${shown} ${outcome.at}`}
        action={saveTexts}
        words={{ ...words, preview: t('preview') }}
        values={{ ...subject, shown, defaultLocale: current.defaultLocale, ...Object.fromEntries(each) }}
        previews={Object.fromEntries(previews)}
        parts={[
          {
            key: 'language',
            rows: [
              [
                {
                  kind: 'radio',
                  name: 'defaultLocale',
                  label: field('defaultLocale'),
                  hint: t('defaultHint'),
                  options: LOCALES.map((lang) => ({ value: lang, label: names.of(lang) ?? lang })),
                },
              ],
            ],
          },
          ...Object.entries(PARTS).map(([key, fields]) => ({
            key,
            wide: true,
            title: t(`part.${key}` as 'part.cover'),
            hint:
              key === 'programme' ? (
                <OutlineHint text={t('outlineHint')} lines={t('outlineLines')} />
              ) : (
                t(`hint.${key}` as 'hint.cover')
              ),
            rows: fields.map((name) => LOCALES.map((lang) => one(name, lang))),
          })),
        ]}
      />
    </>
  )
}

function OutlineHint({ text, lines }: { text: string; lines: string }) {
  return (
    <>
      <p>{text}</p>
      <pre>{lines}</pre>
    </>
  )
}
