import { getTranslations } from 'next-intl/server'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'
import { EditRegistration } from '#components/setup/edit-registration'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('registration'), event: event.texts.title.text }) }
}

export default async function RegistrationPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="registration">
      <EditRegistration {...desk} />
    </EditPage>
  )
}
