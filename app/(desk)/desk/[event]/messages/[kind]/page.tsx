import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { LetterForm } from '#components/letter/letter-form'
import { LetterOutcome } from '#components/letter/letter-outcome'
import { LetterReset } from '#components/letter/letter-reset'
import { LetterTest } from '#components/letter/letter-test'
import { loadLetter } from '#components/letter/load'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { LOCALES } from '#lib/i18n/locales'
import { trialPeople, wordingsOf } from '#lib/messages/queries/desk'
import { letterPage, lettersHref } from '#lib/messages/schema/letter'

type Props = {
  params: Promise<{ event: string; kind: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { kind } = await loadLetter(await params)
  const t = await getTranslations('messages')
  return { title: t('kindTitle', { kind: t(`kind.${kind}.name`) }) }
}

/** How one letter is worded, how it looks, and a copy to try it out. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { actor, person, locale, event, kind } = await loadLetter(await params)
  const view = letterPage.parse(await searchParams)
  const [wordings, people, t] = await Promise.all([
    wordingsOf(actor, event.id, kind),
    trialPeople(actor, event.id, kind),
    getTranslations('messages'),
  ])
  if (!wordings) notFound()
  const name = t(`kind.${kind}.name`)
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="messages">
      <div className="edit-page edit-page-wide">
        <Breadcrumb label={t('way')} parts={[{ label: t('title'), href: lettersHref(event.slug) }, { label: name }]} />
        <h1>{name}</h1>
        <p className="edit-lead">{t(`kind.${kind}.when`)}</p>
        <LetterOutcome view={view} />
        <LetterForm event={event} kind={kind} wordings={wordings} people={people} locale={locale} at={view.at} />
        <LetterTest eventId={event.id} kind={kind} people={people} email={person.email} locale={locale} />
        {LOCALES.some((lang) => wordings[lang].own) && <LetterReset eventId={event.id} kind={kind} />}
      </div>
    </DeskPage>
  )
}
