import { getTranslations } from 'next-intl/server'
import type { OutlineProps } from '#components/builder/outline'
import { Link } from '#components/ui/link'
import { SubmitButton } from '#components/ui/submit-button'
import { restore } from '#lib/forms/actions/outline'
import { wordIn } from '#lib/forms/policy/edited'
import { questionHref } from '#lib/forms/schema/outline'

/** What is no longer asked, folded: sections with their questions, and questions of sections that stand. */
export async function Archived({ slug, form, locale }: OutlineProps) {
  const t = await getTranslations('builder.outline')
  const sections = form.sections.filter((one) => one.archived)
  const questions = form.sections
    .filter((one) => !one.archived)
    .flatMap((section) => section.questions.filter((one) => one.archived))
  const count = sections.length + questions.length
  if (count === 0) return null
  const back = (what: 'question' | 'section', id: string, name: string) => (
    <form action={restore}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="what" value={what} />
      <SubmitButton size="small" variant="normal" pending={t('working')}>
        {t('restore')} <span className="sr-only">{name}</span>
      </SubmitButton>
    </form>
  )
  return (
    <details className="builder-archived">
      <summary>{t('archived', { count })}</summary>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <span>
              {wordIn(section.title, locale, form)}{' '}
              <span className="record-none">{t('archivedSection', { count: section.questions.length })}</span>
            </span>
            {back('section', section.id, wordIn(section.title, locale, form))}
          </li>
        ))}
        {questions.map((question) => (
          <li key={question.id}>
            <span>
              <Link href={questionHref(slug, question.id)}>{wordIn(question.label, locale, form)}</Link>{' '}
              <span className="record-none">{t('mark.answered', { count: question.answered })}</span>
            </span>
            {back('question', question.id, wordIn(question.label, locale, form))}
          </li>
        ))}
      </ul>
    </details>
  )
}
