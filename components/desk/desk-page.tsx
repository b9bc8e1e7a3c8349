import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskFrame } from '#components/frame/desk-frame'
import { NoMailServer } from '#components/mail/no-mail-server'
import { SubmitButton } from '#components/ui/submit-button'
import { signOut } from '#lib/auth/actions/session'
import type { Actor } from '#lib/auth/actor'
import type { Person } from '#lib/auth/queries'
import type { deskEvent } from '#lib/events/queries/event'
import { days, number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { proposedCount } from '#lib/institutions/queries/registry'
import { attendeeCount } from '#lib/rosters/queries/count'
import { waitingCount } from '#lib/rosters/queries/waiting'

export type EventOfDesk = NonNullable<Awaited<ReturnType<typeof deskEvent>>>

/** The desk's frame around a page: the event one works on, the ways, who is signed in and as what. */
export async function DeskPage({
  locale,
  signedIn: { actor, person },
  event,
  current,
  children,
}: {
  locale: Locale
  signedIn: { actor: Actor; person: Person }
  event?: EventOfDesk
  current:
    | 'attendees'
    | 'waiting'
    | 'invitations'
    | 'mailings'
    | 'mail'
    | 'messages'
    | 'event'
    | 'form'
    | 'team'
    | 'events'
    | 'institutions'
    | 'accounts'
    | 'style'
    | 'account'
  children: ReactNode
}) {
  const [t, invitations, mailings, messages, team] = await Promise.all([
    getTranslations('desk'),
    getTranslations('invitations'),
    getTranslations('mailings'),
    getTranslations('messages'),
    getTranslations('team'),
  ])
  const home = event && `/desk/${event.slug}/attendees`
  const [all, waiting] = event
    ? await Promise.all([attendeeCount(actor, event.id), waitingCount(actor, event.id)])
    : [0, 0]
  const own =
    home && event
      ? [
          [
            { label: t('attendees'), href: home, current: current === 'attendees', count: number(all, locale) },
            {
              label: t('waitingList'),
              href: `/desk/${event.slug}/waiting`,
              current: current === 'waiting',
              ...(waiting > 0 && { count: number(waiting, locale) }),
            },
            {
              label: invitations('title'),
              href: `/desk/${event.slug}/invitations`,
              current: current === 'invitations',
            },
            { label: t('event'), href: `/desk/${event.slug}`, current: current === 'event' },
            ...(event.mayDecide
              ? [
                  { label: t('form'), href: `/desk/${event.slug}/form`, current: current === 'form' },
                  { label: team('title'), href: `/desk/${event.slug}/team`, current: current === 'team' },
                ]
              : []),
          ],
          [
            { label: mailings('title'), href: `/desk/${event.slug}/mailings`, current: current === 'mailings' },
            { label: mailings('mail.title'), href: `/desk/${event.slug}/mail`, current: current === 'mail' },
            ...(event.mayDecide
              ? [{ label: messages('title'), href: `/desk/${event.slug}/messages`, current: current === 'messages' }]
              : []),
          ],
        ]
      : []
  const isStaff = person.admin || person.events.length > 0
  const proposed = isStaff ? await proposedCount(actor) : 0
  const institutions = {
    label: t('institutions'),
    href: '/desk/institutions',
    current: current === 'institutions',
    ...(proposed > 0 && { count: t('institutionsDue', { count: proposed }), due: true }),
  }
  const general = [
    { label: t('events'), href: '/desk', current: current === 'events' },
    ...(isStaff ? [institutions] : []),
    { label: t('account'), href: '/desk/account', current: current === 'account' },
    ...(person.admin
      ? [
          { label: mailings('accounts.title'), href: '/desk/mail', current: current === 'accounts' },
          { label: t('style'), href: '/desk/style', current: current === 'style' },
        ]
      : []),
  ]
  const here = new Set(person.events.filter((one) => !event || one.eventId === event.id).map((one) => one.role))
  const roles = person.admin ? (['admin'] as const) : here.size > 0 ? [...here] : (['none'] as const)
  return (
    <DeskFrame
      {...(event &&
        home && {
          event: {
            title: event.texts.title.text,
            lang: event.texts.title.lang,
            href: home,
            when: [days(event.startsOn, event.endsOn, locale), event.texts.city.text].filter(Boolean).join(', '),
          },
        })}
      nav={[...own, general]}
      user={{ name: person.name || person.email, role: roles.map((role) => t(`role.${role}`)).join(', ') }}
      isExample={event?.isExample ?? false}
      signOut={
        <form action={signOut}>
          <SubmitButton variant="normal" size="small" pending={t('working')}>
            {t('signOut')}
          </SubmitButton>
        </form>
      }
    >
      <NoMailServer actor={actor} admin={person.admin} event={event} />
      {children}
    </DeskFrame>
  )
}
