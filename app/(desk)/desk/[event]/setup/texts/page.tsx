import { getTranslations } from 'next-intl/server'
import { EditPage, type EditPageProps, openEditPage } from '#components/setup/edit-page'
import { EditTexts } from '#components/setup/edit-texts'
import { TellChange } from '#components/setup/tell-change'

export async function generateMetadata(props: EditPageProps) {
  const { event } = await openEditPage(props)
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return { title: t('pageTitle', { page: ways('texts'), event: event.texts.title.text }) }
}

export default async function TextsPage(props: EditPageProps) {
  const desk = await openEditPage(props)
  return (
    <EditPage desk={desk} page="texts" wide>
      <TellChange actor={desk.actor} event={desk.event} page="texts" />
      <EditTexts {...desk} />
    </EditPage>
  )
}
