import { getTranslations } from 'next-intl/server'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { Tabs } from '#components/ui/tabs'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'
import type { previewMailing } from '#lib/messages/queries/mailing-preview'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** The letter as one of its readers gets it; the others are a step away, and so is each language it is written in. */
export async function MailingPreview({
  slug,
  mailingId,
  preview,
  languages,
  locale,
}: {
  slug: string
  mailingId: string
  preview: NonNullable<Awaited<ReturnType<typeof previewMailing>>>
  languages: readonly string[]
  locale: Locale
}) {
  const t = await getTranslations('mailings.preview')
  const { person, place, of, before, after } = preview
  const way = (as: string | undefined, lang?: string) => mailingHref(slug, mailingId, { as, in: lang })
  return (
    <section className="mailing-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('title')}</h2>
      {languages.length > 1 && (
        <Tabs
          label={t('languages')}
          tabs={languages.map((code) => ({
            label: languageName(code, locale),
            href: way(person?.id, code),
            current: code === preview.locale,
          }))}
        />
      )}
      <div className="mailing-envelope">
        <dl>
          <div>
            <dt>{t('to')}</dt>
            <dd>{person ? t('person', { name: person.name, email: person.email }) : t('nobody')}</dd>
          </div>
          <div>
            <dt>{t('subject')}</dt>
            <dd lang={preview.locale}>{preview.subject}</dd>
          </div>
        </dl>
        {of > 1 && (
          <nav aria-label={t('readers')} className="mailing-steps">
            <Step href={before && way(before)} label={t('before')} icon="back" />
            <span>{t('place', { place, of })}</span>
            <Step href={after && way(after)} label={t('after')} icon="arrow" />
          </nav>
        )}
      </div>
      <div
        className="mailing-letter"
        lang={preview.locale}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: asHtml() escapes whatever people typed, markdown() renders the rest
        dangerouslySetInnerHTML={{ __html: preview.html }}
      />
      <p className="field-hint">{t('links')}</p>
    </section>
  )
}

function Step({ href, label, icon }: { href: string | undefined; label: string; icon: 'back' | 'arrow' }) {
  return href ? (
    <Link className="mailing-step" href={href} aria-label={label} scroll={false}>
      <Icon name={icon} />
    </Link>
  ) : (
    <span className="mailing-step" aria-hidden="true">
      <Icon name={icon} />
    </span>
  )
}
