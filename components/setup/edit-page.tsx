import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Arrival } from '#components/desk/arrival'
import { DeskPage, type EventOfDesk } from '#components/desk/desk-page'
import { setupHref } from '#components/setup/setup-href'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import { Tabs } from '#components/ui/tabs'
import type { Actor } from '#lib/auth/actor'
import type { Person } from '#lib/auth/queries'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { setupHead } from '#lib/events/queries/setup'
import { type EditOutcome, editOutcome, type EditPage as Page } from '#lib/events/schema/edit/saved'
import { readerLocale } from '#lib/i18n/locale'
import type { Locale } from '#lib/i18n/locales'

export type EditPageProps = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What every setup page begins with. */
export type EditDesk = {
  actor: Actor
  person: Person
  locale: Locale
  event: EventOfDesk
  outcome: EditOutcome
  /** Hidden in each form: which event, and since when the form shows it. */
  subject: { eventId: string; since: string }
}

/** Only those who may decide set an event up; for all others there is no such page. */
export async function openEditPage({ params, searchParams }: EditPageProps): Promise<EditDesk> {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  const head = event && (await setupHead(actor, event.id))
  if (!event || !head) notFound()
  const outcome = editOutcome.parse(await searchParams)
  const subject = { eventId: event.id, since: String(head.updatedAt.getTime()) }
  return { actor, person, locale, event, outcome, subject }
}

const PAGES = ['facts', 'partners', 'texts', 'registration', 'types', 'limits', 'notice', 'look'] as const

/** The frame of a setup page: the way back to the event's overview, the other pages, what came of the last act. */
export async function EditPage({
  desk: { actor, person, locale, event, outcome },
  page,
  wide,
  children,
}: {
  desk: EditDesk
  page: Page
  wide?: boolean
  children: ReactNode
}) {
  const [t, ways] = await Promise.all([getTranslations('setup.common'), getTranslations('setup.life.way')])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="event">
      <div className={wide ? 'edit-page edit-page-wide' : 'edit-page'}>
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('overview'), href: `/desk/${event.slug}` }, { label: ways(page) }]}
        />
        <Tabs
          label={t('pages')}
          tabs={PAGES.map((one) => ({
            label: ways(one),
            href: setupHref(event.slug, one),
            current: one === page,
          }))}
        />
        <h1>{ways(page)}</h1>
        <p className="edit-lead">{t(`lead.${page}`)}</p>
        {outcome.did && (
          <Arrival of={outcome.at}>
            {outcome.did === 'last' ? (
              <div role="alert">
                <Notice tone="error">{t('did.last')}</Notice>
              </div>
            ) : (
              <StatusMessage>{t(`did.${outcome.did}`, { promoted: outcome.promoted })}</StatusMessage>
            )}
          </Arrival>
        )}
        {children}
      </div>
    </DeskPage>
  )
}

/** The words of the buttons and of what stands in the way of a save. */
export async function editWords() {
  const t = await getTranslations('setup.common')
  return {
    save: t('save'),
    saving: t('saving'),
    conflictTitle: t('meanwhile.title'),
    conflictText: t('meanwhile.text'),
  }
}
