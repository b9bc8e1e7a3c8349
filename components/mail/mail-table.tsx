import { getTranslations } from 'next-intl/server'
import { around } from '#components/attendee/list-foot'
import { MailActs } from '#components/mail/mail-acts'
import { MessageMark } from '#components/mail/message-mark'
import { MessageNote } from '#components/mail/message-note'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Link } from '#components/ui/link'
import { type PageLink, Pager } from '#components/ui/pager'
import { Cell, Row, Table } from '#components/ui/table'
import { fullName } from '#lib/attendees/policy'
import { number, shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { MAIL_PAGE, type mailPage } from '#lib/messages/queries/mail'
import { type MailList, mailHome, mailHref } from '#lib/messages/schema/mail-list'

type Props = {
  list: MailList
  found: Awaited<ReturnType<typeof mailPage>>
  /** Of letters to many, by their ids. */
  subjects: ReadonlyMap<string, string>
  event: { id: string; slug: string; timeZone: string; mayDecide: boolean }
  locale: Locale
}

/** One page of messages, the latest first. */
export async function MailTable({ list, found, subjects, event, locale }: Props) {
  const [t, kinds] = await Promise.all([getTranslations('mailings.mail'), getTranslations('desk.record.message')])
  if (found.total === 0)
    return list.q || list.attendee || list.tab !== 'all' ? (
      <Empty
        seed={event.id}
        title={t('nothing')}
        action={
          <ButtonLink size="small" href={mailHref(list, { tab: 'all', q: '', attendee: undefined })}>
            {t('showAll')}
          </ButtonLink>
        }
      />
    ) : (
      <Empty seed={event.id} title={t('empty')}>
        {t('emptyText')}
      </Empty>
    )
  const from = (found.page - 1) * MAIL_PAGE + 1
  const to = from + found.rows.length - 1
  const query = mailHref(list, { page: list.page })
  return (
    <>
      <Table
        caption={t('caption', { from, to, total: found.total })}
        columns={[
          { key: 'who', label: t('who'), fold: 'title' },
          { key: 'what', label: t('what'), fold: 'body' },
          { key: 'status', label: t('status'), fold: 'aside' },
          { key: 'note', label: t('note'), fold: 'body' },
          { key: 'at', label: t('at'), fold: 'early' },
        ]}
      >
        {found.rows.map((row) => {
          const name = fullName(row) || row.email
          return (
            <Row key={row.id}>
              <Cell fold="title">
                <Link href={`${mailHome(event.slug)}/${row.id}`}>{name}</Link>
                {name !== row.email && <span className="mailing-email">{row.email}</span>}
              </Cell>
              <Cell fold="body">
                {kinds(row.kind)}
                {row.mailingId && <span className="mail-subject">{subjects.get(row.mailingId)}</span>}
                {row.toUser && row.attendeeId && <span className="mail-subject">{t('test')}</span>}
              </Cell>
              <Cell fold="aside">
                <MessageMark status={row.status} />
              </Cell>
              <Cell fold="body">
                <MessageNote message={row} timeZone={event.timeZone} locale={locale} />
                {event.mayDecide && (
                  <MailActs status={row.status} name={name} fields={{ slug: event.slug, id: row.id, list: query }} />
                )}
              </Cell>
              <Cell fold="early">
                <span className="mail-at">{shortInstant(row.createdAt, event.timeZone, locale)}</span>
              </Cell>
            </Row>
          )
        })}
      </Table>
      <Pager
        label={t('pages')}
        summary={t('summary', { from, to, total: found.total })}
        pages={around(found.page, found.pages).map(
          (n): PageLink =>
            n === null
              ? null
              : { label: number(n, locale), href: mailHref(list, { page: n }), current: n === found.page },
        )}
      />
    </>
  )
}
