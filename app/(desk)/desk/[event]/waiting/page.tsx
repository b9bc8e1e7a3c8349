import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { NextOffers } from '#components/waiting/next-offers'
import { OpenOffers } from '#components/waiting/open-offers'
import { WaitingLine } from '#components/waiting/waiting-line'
import { WaitingOutcome } from '#components/waiting/waiting-outcome'
import { WaitingRules } from '#components/waiting/waiting-rules'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { limitNames } from '#lib/rosters/queries/limit-names'
import { openOffers, waitingPage, waitingRulesOf } from '#lib/rosters/queries/waiting'
import { waitingView } from '#lib/rosters/schema'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, (await params).event, await readerLocale())
  if (!event) notFound()
  const t = await getTranslations('desk.waiting')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

export default async function WaitingPage({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  const rules = event && (await waitingRulesOf(actor, event.id))
  if (!event || !rules) notFound()
  const view = waitingView.parse(await searchParams)
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const [found, offers, t] = await Promise.all([
    waitingPage(actor, where, rules, view.page),
    openOffers(actor, where),
    getTranslations('desk.waiting'),
  ])
  const shown = [...found.limits, ...found.rows.flatMap(({ limits }) => limits)]
  const desk = { actor, event, rules, view: { ...view, page: found.page }, locale }
  const names = await limitNames(event, shown, locale)
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="waiting">
      <DeskHead title={t('title')} />
      <div className="desk-body waiting">
        <WaitingOutcome {...desk} total={found.total} />
        <WaitingRules {...desk} limits={found.limits} names={names} />
        {event.mayDecide && rules.mode !== 'automatic' && !rules.ended && found.total > 0 && <NextOffers {...desk} />}
        <OpenOffers {...desk} offers={offers} />
        <WaitingLine {...desk} found={found} names={names} />
      </div>
    </DeskPage>
  )
}
