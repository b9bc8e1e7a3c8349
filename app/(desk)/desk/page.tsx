import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { EventEntries } from '#components/desk/event-entries'
import { DeskHead } from '#components/frame/desk-head'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Icon } from '#components/ui/icon'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import { signedIn } from '#lib/auth/session'
import { deskEvents } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.home'))('title') }
}

/** The events somebody works on. */
export default async function DeskHome({
  searchParams,
}: {
  searchParams: Promise<{ removed?: string; refused?: string; left?: string }>
}) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const [events, { removed, refused, left }, t] = await Promise.all([
    deskEvents(actor, locale),
    searchParams,
    getTranslations('desk'),
  ])
  const mayCreate = person.admin || person.events.some(({ role }) => role === 'organizer')
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="events">
      <DeskHead title={t('home.title')}>
        {mayCreate && (
          <ButtonLink size="small" variant="primary" href="/desk/new">
            <Icon name="plus" />
            {t('home.new')}
          </ButtonLink>
        )}
      </DeskHead>
      <div className="desk-body">
        {removed !== undefined && (
          <StatusMessage>{t('home.example.removed', { count: Number(removed) || 0 })}</StatusMessage>
        )}
        {left && <StatusMessage>{t(left === 'staff' ? 'home.left.staff' : 'home.left.gone')}</StatusMessage>}
        {refused && <Notice tone="error">{t('home.example.forbidden')}</Notice>}
        {events.length === 0 && (
          <Empty title={t(person.admin ? 'home.emptyAdmin.title' : 'home.empty.title')}>
            {person.admin ? t('home.emptyAdmin.text') : t('home.empty.text', { email: person.email })}
          </Empty>
        )}
        <EventEntries events={events} person={person} locale={locale} />
      </div>
    </DeskPage>
  )
}
