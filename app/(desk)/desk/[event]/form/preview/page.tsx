import { getTranslations } from 'next-intl/server'
import { load, type Query } from '#components/builder/load'
import { Preview } from '#components/builder/preview'
import { PreviewBar } from '#components/builder/preview-bar'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { languagesOf } from '#lib/forms/policy/words'
import { outlineHref } from '#lib/forms/schema/outline'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Query> }

export async function generateMetadata() {
  return { title: (await getTranslations('builder.preview'))('title') }
}

/** `?lang` is the language of the whole page. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { form, types, ...desk } = await load((await params).event)
  const { type } = await searchParams
  const typeId = types.find((one) => one.id === type)?.id ?? types[0]?.id ?? ''
  const t = await getTranslations('builder')
  const { event, locale } = desk
  return (
    <DeskPage {...desk} current="form">
      <div className="builder">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('outline.title'), href: outlineHref(event.slug) }, { label: t('preview.title') }]}
        />
        <h1>{t('preview.title')}</h1>
        <p className="builder-lead">{t('preview.lead')}</p>
        <PreviewBar slug={event.slug} languages={languagesOf(form, locale)} {...{ types, typeId, locale }} />
        <Preview event={event} typeId={typeId} locale={locale} />
      </div>
    </DeskPage>
  )
}
