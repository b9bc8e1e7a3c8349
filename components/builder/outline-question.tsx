import { getTranslations } from 'next-intl/server'
import { Marks } from '#components/builder/marks'
import { MoveButtons } from '#components/builder/move-buttons'
import type { OutlineProps } from '#components/builder/outline'
import { Link } from '#components/ui/link'
import { type EditedQuestion, wordIn } from '#lib/forms/policy/edited'
import { questionHref } from '#lib/forms/schema/outline'

/** A question in the outline: what it asks, how, and what is special about it. */
export async function OutlineQuestion({
  question,
  ways,
  ...props
}: OutlineProps & { question: EditedQuestion; ways: { up: boolean; down: boolean } }) {
  const t = await getTranslations('builder')
  const { slug, form, locale } = props
  const name = wordIn(question.label, locale, form)
  return (
    <li className="builder-question" id={`at-${question.id}`}>
      <div className="builder-question-text">
        <Link href={questionHref(slug, question.id)}>{name}</Link>
        <ul className="marks">
          <li className="mark-kind">{t(`kind.${question.kind}`)}</li>
          <Marks {...props} question={question} />
        </ul>
      </div>
      <MoveButtons slug={slug} id={question.id} what="question" name={name} ways={ways} />
    </li>
  )
}
