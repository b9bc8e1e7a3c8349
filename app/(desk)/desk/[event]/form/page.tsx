import { getTranslations } from 'next-intl/server'
import { load, type Query } from '#components/builder/load'
import { Outline } from '#components/builder/outline'
import { DeskPage } from '#components/desk/desk-page'
import { outlineView } from '#lib/forms/schema/outline'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props) {
  const { event } = await load((await params).event)
  return { title: (await getTranslations('builder.outline'))('pageTitle', { event: event.texts.title.text }) }
}

export default async function FormPage({ params, searchParams }: Props) {
  const { form, types, ...desk } = await load((await params).event)
  return (
    <DeskPage {...desk} current="form">
      <div className="builder">
        <Outline
          slug={desk.event.slug}
          form={form}
          types={types}
          locale={desk.locale}
          view={outlineView.parse(await searchParams)}
        />
      </div>
    </DeskPage>
  )
}
