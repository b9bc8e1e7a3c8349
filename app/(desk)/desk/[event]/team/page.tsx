import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { Administrators } from '#components/team/administrators'
import { InviteTeam } from '#components/team/invite'
import { MemberList } from '#components/team/member-list'
import { TeamOutcome } from '#components/team/outcome'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { administrators, teamOf } from '#lib/team/queries/team'
import { outcome } from '#lib/team/schema'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { event } = await load((await params).event)
  const t = await getTranslations('team')
  return { title: t('pageTitle', { event: event.texts.title.text }) }
}

/** Who works on an event, and who else is to. */
export default async function TeamPage({ params, searchParams }: Props) {
  const desk = await load((await params).event)
  const { event, locale, signedIn } = desk
  const came = outcome.parse(await searchParams)
  const [team, admins, t] = await Promise.all([
    teamOf(signedIn.actor, event.id),
    administrators(signedIn.actor, event.id),
    getTranslations('team'),
  ])
  return (
    <DeskPage {...desk} current="team">
      <div className="edit-page team-page">
        <h1>{t('title')}</h1>
        <p className="edit-lead">{t('lead')}</p>
        <TeamOutcome outcome={came} team={team} />
        <MemberList event={event} locale={locale} person={signedIn.person} team={team} />
        <Administrators people={admins} />
        <InviteTeam event={event} locale={locale} at={came.at} />
      </div>
    </DeskPage>
  )
}

/** For those who decide at the event; for all others there is no such page. */
async function load(slug: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, slug, locale)
  if (!event?.mayDecide) notFound()
  return { signedIn: { actor, person }, locale, event }
}
