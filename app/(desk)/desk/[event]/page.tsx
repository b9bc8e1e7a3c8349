import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { LifeActs } from '#components/setup/life-acts'
import { LifeHead } from '#components/setup/life-head'
import { LifeList } from '#components/setup/life-list'
import { LifeOutcomeMessage } from '#components/setup/life-outcome'
import { LifeWays } from '#components/setup/life-ways'
import { TellChange } from '#components/setup/tell-change'
import { TellReturn } from '#components/setup/tell-return'
import { signedIn } from '#lib/auth/session'
import { checklist } from '#lib/events/policy/checklist'
import { deskEvent } from '#lib/events/queries/event'
import { eventOverview } from '#lib/events/queries/overview'
import { lifeOutcome } from '#lib/events/schema/life'
import { readerLocale } from '#lib/i18n/locale'
import { untoldOfEnd } from '#lib/messages/queries/event-news'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await load(params)
  return { title: (await getTranslations('setup.life.overview'))('pageTitle', { event: event.texts.title.text }) }
}

/** An event as its organizers see it: how it stands, what is missing, what can be done with it, and the ways to its setup. */
export default async function EventDeskPage({ params, searchParams }: Props) {
  const { signed, locale, event, overview } = await load(params)
  const outcome = lifeOutcome.parse(await searchParams)
  const now = new Date()
  const untold = event.mayDecide ? await untoldOfEnd(signed.actor, event.id, now) : null
  const missing = checklist(overview.state, now, overview)
  const shown = { event, overview, missing, locale, now }
  return (
    <DeskPage locale={locale} signedIn={signed} event={event} current="event">
      <LifeHead event={event}>
        <LifeOutcomeMessage outcome={outcome} status={event.status} />
        <TellChange actor={signed.actor} event={event} page="overview" />
        <TellReturn actor={signed.actor} event={event} />
        {event.mayDecide && <LifeActs event={event} missing={missing} untold={untold?.length ?? 0} />}
      </LifeHead>
      <div className="record life">
        {event.status !== 'archived' && <LifeList {...shown} />}
        <LifeWays {...shown} />
      </div>
    </DeskPage>
  )
}

async function load(params: Props['params']) {
  const signed = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(signed.actor, (await params).event, locale)
  const overview = event && (await eventOverview(signed.actor, event.id))
  if (!event || !overview) notFound()
  return { signed, locale, event, overview }
}
