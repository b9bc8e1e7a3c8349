import { getTranslations } from 'next-intl/server'
import { EditLimits } from '#components/setup/edit-limits'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('limits'), event: event.texts.title.text }) }
}

export default async function LimitsPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="limits">
      <EditLimits {...desk} />
    </EditPage>
  )
}
