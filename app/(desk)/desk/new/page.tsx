import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { newEventProps } from '#components/setup/new-event'
import { NewEventForm } from '#components/setup/new-event-form'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { signedIn } from '#lib/auth/session'
import { deskEvents } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setup.life.new'))('title') }
}

/** A new event, for administrators and for organizers of any event. */
export default async function NewEventPage() {
  const { actor, person } = await signedIn()
  if (!person.admin && !person.events.some(({ role }) => role === 'organizer')) notFound()
  const locale = await readerLocale()
  const [events, t, desk] = await Promise.all([
    deskEvents(actor, locale),
    getTranslations('setup.life'),
    getTranslations('desk'),
  ])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="events">
      <div className="correction">
        <Breadcrumb
          label={t('new.way')}
          parts={[{ label: desk('home.title'), href: '/desk' }, { label: t('new.title') }]}
        />
        <h1>{t('new.title')}</h1>
        <p className="correction-lead">{t('new.lead')}</p>
        <NewEventForm
          {...(await newEventProps({ locale, email: person.email, timeZone: events[0]?.timeZone ?? '' }))}
        />
      </div>
    </DeskPage>
  )
}
