import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { LetterList } from '#components/letter/letter-list'
import { LetterOutcome } from '#components/letter/letter-outcome'
import { loadLetters } from '#components/letter/load'
import { Reminders } from '#components/letter/reminders'
import { ownWordings } from '#lib/messages/queries/desk'
import { letterPage } from '#lib/messages/schema/letter'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { event } = await loadLetters((await params).event)
  const t = await getTranslations('messages')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

/** The letters that go by themselves, and the days on which reminders go. */
export default async function LettersPage({ params, searchParams }: Props) {
  const { actor, person, locale, event } = await loadLetters((await params).event)
  const view = letterPage.parse(await searchParams)
  const [own, t] = await Promise.all([ownWordings(actor, event.id), getTranslations('messages')])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="messages">
      <div className="edit-page">
        <h1>{t('title')}</h1>
        <p className="edit-lead">{t('lead')}</p>
        <LetterOutcome view={view} />
        <LetterList slug={event.slug} own={own} locale={locale} />
        <Reminders actor={actor} event={event} locale={locale} at={view.at} now={new Date()} />
      </div>
    </DeskPage>
  )
}
