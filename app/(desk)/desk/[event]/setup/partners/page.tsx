import { getTranslations } from 'next-intl/server'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'
import { EditPartners } from '#components/setup/edit-partners'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('partners'), event: event.texts.title.text }) }
}

export default async function PartnersPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="partners">
      <EditPartners {...desk} />
    </EditPage>
  )
}
