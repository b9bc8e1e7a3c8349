import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prose } from '#components/event/prose'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { keepNotice } from '#lib/events/actions/notice'
import { noticeStamp } from '#lib/events/policy/stamp'
import { setupNotice } from '#lib/events/queries/setup'
import { NOTICE_LIMIT } from '#lib/events/schema/edit/notice'
import { textName } from '#lib/events/schema/edit/texts'
import { instant } from '#lib/format'
import { LOCALES } from '#lib/i18n/locales'
import { markdown } from '#lib/markdown'

/** The privacy notice in its languages, and every version people consented to. */
export async function EditNotice({ actor, locale, event, outcome, subject }: EditDesk) {
  const versions = await setupNotice(actor, event.id)
  if (!versions) notFound()
  const [t, field, desk, words] = await Promise.all([
    getTranslations('setup.notice'),
    getTranslations('setup.common.field'),
    getTranslations('desk'),
    editWords(),
  ])
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const body = Object.fromEntries(LOCALES.map((lang) => [textName('notice', lang), versions[0]?.bodies[lang] ?? '']))
  const shown = noticeStamp(versions)
  return (
    <>
      <EditForm
        key={`${shown} ${outcome.at}`}
        action={keepNotice}
        words={{ ...words, save: t('save'), preview: t('preview') }}
        values={{ ...subject, shown, ...body }}
        previews={Object.fromEntries(Object.entries(body).map(([name, text]) => [name, markdown(text)]))}
        parts={[
          {
            key: 'notice',
            wide: true,
            rows: [
              LOCALES.map((lang) => ({
                kind: 'text' as const,
                name: textName('notice', lang),
                label: `${field('notice')} (${names.of(lang)})`,
                lang,
                rows: 16,
                maxLength: NOTICE_LIMIT,
                preview: { label: t('previewOf'), empty: t('previewEmpty') },
                ...(lang === event.defaultLocale ? {} : { optional: desk('optional') }),
              })),
            ],
          },
        ]}
      />
      <section className="edit-part">
        <h2>{t('versions')}</h2>
        <ol className="edit-versions" reversed>
          {versions.map(({ version, createdAt, consents, bodies }, i) => (
            <li key={version}>
              <p>
                <strong>{t('version', { version })}</strong>{' '}
                {t('since', { when: instant(createdAt, event.timeZone, locale) })}
                {i === 0 && <span className="edit-current"> {t('current')}</span>}
              </p>
              <p className="edit-hint">{t('consents', { count: consents })}</p>
              <details className="edit-preview">
                <summary>{t('read', { version })}</summary>
                {LOCALES.filter((lang) => bodies[lang]).map((lang) => (
                  <Prose key={lang} html={{ text: markdown(bodies[lang], 3), lang }} />
                ))}
              </details>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
