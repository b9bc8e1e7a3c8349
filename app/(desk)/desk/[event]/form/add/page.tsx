import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddQuestion } from '#components/builder/add-question'
import { load, type Query } from '#components/builder/load'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { liveSections, wordIn } from '#lib/forms/policy/edited'
import { outlineHref } from '#lib/forms/schema/outline'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Query> }

export async function generateMetadata() {
  return { title: (await getTranslations('builder.add'))('title') }
}

export default async function AddPage({ params, searchParams }: Props) {
  const { form, types: _, ...desk } = await load((await params).event)
  const { section: asked } = await searchParams
  const section = liveSections(form).find((one) => one.id === asked)
  if (!section) notFound()
  const t = await getTranslations('builder')
  const { slug } = desk.event
  return (
    <DeskPage {...desk} current="form">
      <div className="builder">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('outline.title'), href: outlineHref(slug) }, { label: t('add.title') }]}
        />
        <h1>{t('add.title')}</h1>
        <p className="builder-lead">{t('add.into', { section: wordIn(section.title, desk.locale, form) })}</p>
        <AddQuestion slug={slug} section={section.id} />
      </div>
    </DeskPage>
  )
}
