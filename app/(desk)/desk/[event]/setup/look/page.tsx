import { getTranslations } from 'next-intl/server'
import { LookParts } from '#components/event/look-parts'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('look'), event: event.texts.title.text }) }
}

export default async function LookPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="look">
      <LookParts event={desk.event} after={desk.outcome.at} />
    </EditPage>
  )
}
