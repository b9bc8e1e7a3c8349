import { getTranslations } from 'next-intl/server'
import { EditFacts } from '#components/setup/edit-facts'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'
import { TellChange } from '#components/setup/tell-change'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('facts'), event: event.texts.title.text }) }
}

export default async function FactsPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="facts">
      <TellChange actor={desk.actor} event={desk.event} page="facts" />
      <EditFacts {...desk} />
    </EditPage>
  )
}
