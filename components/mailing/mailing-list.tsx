import { getTranslations } from 'next-intl/server'
import { MailingMark } from '#components/mailing/mark'
import { Meter } from '#components/mailing/meter'
import { Link } from '#components/ui/link'
import { Cell, Row, Table } from '#components/ui/table'
import { shortInstant } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { MailingLine } from '#lib/messages/queries/mailings'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** The letters to many of an event, each with where it is on its way. */
export async function MailingList({
  rows,
  event,
  locale,
}: {
  rows: MailingLine[]
  event: { slug: string; timeZone: string }
  locale: Locale
}) {
  const t = await getTranslations('mailings.list')
  const at = (when: Date) => shortInstant(when, event.timeZone, locale)
  return (
    <Table
      caption={t('caption', { count: rows.length })}
      columns={[
        { key: 'subject', label: t('subject'), fold: 'title' },
        { key: 'state', label: t('state'), fold: 'aside' },
        { key: 'progress', label: t('progress'), fold: 'body' },
        { key: 'when', label: t('when'), fold: 'body' },
        { key: 'by', label: t('by'), fold: 'away' },
      ]}
    >
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell fold="title" {...(row.subject?.lang !== locale && { lang: row.subject?.lang })}>
            <Link href={mailingHref(event.slug, row.id)}>{row.subject?.text}</Link>
          </Cell>
          <Cell fold="aside">
            <MailingMark state={row.state} />
          </Cell>
          <Cell fold="body">
            {row.progress.total > 0 && row.state !== 'scheduled' && row.state !== 'cancelled' ? (
              <span className="mailing-row-progress">
                <Meter progress={row.progress} />
                <span>
                  {t('sentOf', { sent: row.progress.sent, total: row.progress.total })}
                  {row.progress.failed > 0 && (
                    <span className="mailing-bad">{t('failed', { count: row.progress.failed })}</span>
                  )}
                </span>
              </span>
            ) : (
              row.progress.total > 0 && t('people', { count: row.progress.total })
            )}
          </Cell>
          <Cell fold="body">{row.scheduledFor ? at(row.scheduledFor) : t('begun', { at: at(row.createdAt) })}</Cell>
          <Cell fold="away">{row.by ?? '—'}</Cell>
        </Row>
      ))}
    </Table>
  )
}
