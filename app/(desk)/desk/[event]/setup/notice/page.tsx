import { getTranslations } from 'next-intl/server'
import { EditNotice } from '#components/setup/edit-notice'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('notice'), event: event.texts.title.text }) }
}

export default async function NoticePage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="notice" wide>
      <EditNotice {...desk} />
    </EditPage>
  )
}
