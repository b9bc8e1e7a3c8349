import { getTranslations } from 'next-intl/server'
import { Archived } from '#components/builder/archived'
import { Outcome } from '#components/builder/outcome'
import { OutlineSection } from '#components/builder/outline-section'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Icon } from '#components/ui/icon'
import { FORM_STAGES } from '#db/enums'
import { type EditedForm, liveSections } from '#lib/forms/policy/edited'
import { type OutlineView, sectionHref } from '#lib/forms/schema/outline'
import type { Locale } from '#lib/i18n/locales'

export type OutlineProps = {
  slug: string
  form: EditedForm
  types: { id: string; name: string }[]
  locale: Locale
}

/** The form as a whole: its stages, sections and questions in the order in which they are asked. */
export async function Outline({ view, ...props }: OutlineProps & { view: OutlineView }) {
  const t = await getTranslations('builder.outline')
  const { slug, form } = props
  const sections = liveSections(form)
  return (
    <>
      <header className="builder-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="builder-lead">{t('lead')}</p>
        </div>
        {sections.length > 0 && (
          <div className="actions">
            <ButtonLink size="small" reload href={`/desk/${slug}/form/preview`}>
              {t('preview')}
            </ButtonLink>
            <ButtonLink size="small" href={sectionHref(slug, 'new')}>
              <Icon name="plus" />
              {t('addSection')}
            </ButtonLink>
          </div>
        )}
      </header>
      <Outcome {...props} view={view} />
      {sections.length === 0 && (
        <Empty
          title={t('empty.title')}
          seed={form.eventId}
          action={
            <ButtonLink variant="primary" href={sectionHref(slug, 'new')}>
              {t('empty.action')}
            </ButtonLink>
          }
        >
          {t('empty.text')}
        </Empty>
      )}
      {FORM_STAGES.filter((stage) => sections.some((one) => one.stage === stage)).map((stage) => {
        const own = sections.filter((one) => one.stage === stage)
        return (
          <section key={stage} className="builder-stage">
            <h2>{t(`stage.${stage}.title`)}</h2>
            <p className="builder-stage-text">{t(`stage.${stage}.text`)}</p>
            {own.map((section, at) => (
              <OutlineSection
                key={section.id}
                {...props}
                section={section}
                ways={{ up: at > 0, down: at < own.length - 1 }}
                edges={{ first: section.id === sections[0]?.id, last: section.id === sections.at(-1)?.id }}
              />
            ))}
          </section>
        )
      })}
      <Archived {...props} />
    </>
  )
}
