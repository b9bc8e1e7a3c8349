import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { load as loadForm, type Query } from '#components/builder/load'
import { QuestionActs } from '#components/builder/question-acts'
import { QuestionEditor } from '#components/builder/question-editor'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { QUESTION_KINDS } from '#db/enums'
import { allQuestions, liveSections, wordIn } from '#lib/forms/policy/edited'
import { outlineHref } from '#lib/forms/schema/outline'

type Props = { params: Promise<{ event: string; id: string }>; searchParams: Promise<Query> }

export async function generateMetadata(props: Props) {
  return { title: (await load(props)).title }
}

export default async function QuestionPage(props: Props) {
  const { form, types, question, section, kind, title, ...desk } = await load(props)
  const t = await getTranslations('builder')
  const { slug } = desk.event
  return (
    <DeskPage {...desk} current="form">
      <div className="builder">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('outline.title'), href: outlineHref(slug) }, { label: title }]}
        />
        <h1>{title}</h1>
        <QuestionEditor {...{ slug, form, types, question, kind, section }} locale={desk.locale} />
        {question && <QuestionActs {...{ slug, form, question }} locale={desk.locale} />}
      </div>
    </DeskPage>
  )
}

/** A question that there is, or a new one of a kind for a section. */
async function load({ params, searchParams }: Props) {
  const [{ event, id }, query] = [await params, await searchParams]
  const loaded = await loadForm(event)
  const t = await getTranslations('builder')
  const question = allQuestions(loaded.form).find((one) => one.id === id) ?? null
  const kind = question?.kind ?? QUESTION_KINDS.find((one) => one === query.kind)
  const section = question?.sectionId ?? liveSections(loaded.form).find((one) => one.id === query.section)?.id
  if (!kind || !section || !(question || id === 'new')) notFound()
  const title = question ? wordIn(question.label, loaded.locale, loaded.form) : t('question.new')
  return { ...loaded, question, section, kind, title }
}
