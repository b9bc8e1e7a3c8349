import { getTranslations } from 'next-intl/server'
import { around } from '#components/attendee/list-foot'
import { MessageMark } from '#components/mail/message-mark'
import { MessageNote } from '#components/mail/message-note'
import { Link } from '#components/ui/link'
import { type PageLink, Pager } from '#components/ui/pager'
import { Cell, Row, Table } from '#components/ui/table'
import { Tabs } from '#components/ui/tabs'
import { fullName } from '#lib/attendees/policy'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { Skip } from '#lib/messages/policy/recipients'
import { type MailingPerson, type mailingPeople, PEOPLE_PAGE } from '#lib/messages/queries/mailing-people'
import type { MailingRecord } from '#lib/messages/queries/mailings'
import { MAILING_TABS, type MailingPage, type MailingTab, mailingHref } from '#lib/messages/schema/mailing-page'

/** What became of a letter, by person. */
export async function MailingPeople({
  mailing,
  found,
  view,
  event,
  locale,
}: {
  mailing: MailingRecord
  found: Awaited<ReturnType<typeof mailingPeople>>
  view: MailingPage
  event: { slug: string; timeZone: string }
  locale: Locale
}) {
  const t = await getTranslations('mailings.people')
  const { total, sent, open, failed, stopped } = mailing.progress
  const skipped = Object.values(mailing.skipped).reduce((sum, n) => sum + n, 0)
  const counts = { all: total + skipped, sent, open, failed, stopped, skipped }
  const href = (tab: MailingTab, page = 1) =>
    mailingHref(event.slug, mailing.id, {
      tab: tab === 'all' ? undefined : tab,
      page: page > 1 ? page : undefined,
    })
  const from = found.total === 0 ? 0 : (found.page - 1) * PEOPLE_PAGE + 1
  return (
    <section className="mailing-people" aria-labelledby="people-title">
      <h2 id="people-title">{t('title')}</h2>
      <Tabs
        label={t('tabs')}
        tabs={MAILING_TABS.filter((tab) => tab === 'all' || tab === view.tab || counts[tab] > 0).map((tab) => ({
          label: t(`tab.${tab}`),
          href: href(tab),
          count: number(counts[tab], locale),
          current: tab === view.tab,
          ...(tab === 'failed' && { due: true }),
        }))}
      />
      {found.people.length === 0 ? (
        <p className="record-none">{t('none')}</p>
      ) : (
        <Table
          caption={t('caption', { total: found.total })}
          columns={[
            { key: 'name', label: t('name'), fold: 'title' },
            { key: 'status', label: t('status'), fold: 'aside' },
            { key: 'note', label: t('note'), fold: 'body' },
          ]}
        >
          {found.people.map((person) => (
            <Person key={person.id} person={person} event={event} locale={locale} />
          ))}
        </Table>
      )}
      <Pager
        label={t('pages')}
        summary={t('summary', { from, to: from + Math.max(0, found.people.length - 1), total: found.total })}
        pages={around(found.page, found.pages).map(
          (n): PageLink =>
            n === null ? null : { label: number(n, locale), href: href(view.tab, n), current: n === found.page },
        )}
      />
    </section>
  )
}

async function Person({
  person,
  event,
  locale,
}: {
  person: MailingPerson
  event: { slug: string; timeZone: string }
  locale: Locale
}) {
  const t = await getTranslations('mailings.people')
  const { status, dueAt, skipped } = person
  return (
    <Row>
      <Cell fold="title">
        <Link href={`/desk/${event.slug}/attendees/${person.id}`}>{fullName(person)}</Link>
        <span className="mailing-email">{person.email}</span>
      </Cell>
      <Cell fold="aside">
        <MessageMark status={status} />
      </Cell>
      <Cell fold="body">
        {status === 'skipped'
          ? t(`skip.${skipped as Skip}`)
          : dueAt && (
              <MessageNote
                message={{ ...person, status, dueAt, attempts: person.attempts ?? 0 }}
                timeZone={event.timeZone}
                locale={locale}
              />
            )}
      </Cell>
    </Row>
  )
}
