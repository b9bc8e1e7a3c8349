import { getTranslations } from 'next-intl/server'
import { MoveButtons } from '#components/builder/move-buttons'
import type { OutlineProps } from '#components/builder/outline'
import { OutlineQuestion } from '#components/builder/outline-question'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { type EditedSection, wordIn } from '#lib/forms/policy/edited'
import { sectionHref } from '#lib/forms/schema/outline'

type Props = OutlineProps & {
  section: EditedSection
  ways: { up: boolean; down: boolean }
  /** Whether no section stands before or behind: then no question goes there. */
  edges: { first: boolean; last: boolean }
}

export async function OutlineSection({ section, ways, edges, ...props }: Props) {
  const t = await getTranslations('builder.outline')
  const { slug, form, locale } = props
  const name = wordIn(section.title, locale, form)
  const questions = section.questions.filter((one) => !one.archived)
  const lacking = form.locales.filter((code) => !section.title[code])
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <section className="builder-section" id={`at-${section.id}`}>
      <header>
        <h3>
          <Link href={sectionHref(slug, section.id)}>{name}</Link>
        </h3>
        {lacking.map((code) => (
          <span key={code} className="mark mark-due">
            {t('mark.untranslated', { language: languages.of(code) ?? code })}
          </span>
        ))}
        <MoveButtons slug={slug} id={section.id} what="section" name={name} ways={ways} />
      </header>
      {questions.length === 0 ? (
        <p className="builder-none">{t('noQuestions')}</p>
      ) : (
        <ol>
          {questions.map((question, at) => (
            <OutlineQuestion
              key={question.id}
              {...props}
              question={question}
              ways={{
                up: at > 0 || !edges.first,
                down: at < questions.length - 1 || !edges.last,
              }}
            />
          ))}
        </ol>
      )}
      <ButtonLink
        size="small"
        variant="plain"
        href={`/desk/${slug}/form/add?section=${section.id}`}
        aria-label={t('addQuestionTo', { name })}
      >
        <Icon name="plus" />
        {t('addQuestion')}
      </ButtonLink>
    </section>
  )
}
