import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { load as loadForm } from '#components/builder/load'
import { SectionActs } from '#components/builder/section-acts'
import { SectionEditor } from '#components/builder/section-editor'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { wordIn } from '#lib/forms/policy/edited'
import { outlineHref } from '#lib/forms/schema/outline'

type Props = { params: Promise<{ event: string; id: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await load(await params)).title }
}

export default async function SectionPage({ params }: Props) {
  const { form, section, title, types: _, ...desk } = await load(await params)
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
        <SectionEditor {...{ slug, form, section }} locale={desk.locale} />
        {section && <SectionActs {...{ slug, section }} name={title} />}
      </div>
    </DeskPage>
  )
}

/** A section that there is, or a new one. */
async function load({ event, id }: { event: string; id: string }) {
  const loaded = await loadForm(event)
  const section = loaded.form.sections.find((one) => one.id === id) ?? null
  if (!section && id !== 'new') notFound()
  const t = await getTranslations('builder.section')
  return { ...loaded, section, title: section ? wordIn(section.title, loaded.locale, loaded.form) : t('new') }
}
