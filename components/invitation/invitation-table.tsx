import { getTranslations } from 'next-intl/server'
import { InvitationMark } from '#components/invitation/invitation-mark'
import type { InvitationDesk } from '#components/invitation/load'
import { Link } from '#components/ui/link'
import { Cell, Row, Table } from '#components/ui/table'
import { shortInstant } from '#lib/format'
import type { InvitationRow } from '#lib/invitations/queries/desk'
import { invitationsHref } from '#lib/invitations/schema/list'

type Props = { desk: Pick<InvitationDesk, 'event' | 'types' | 'locale'>; rows: InvitationRow[]; caption: string }

/** The rows of the list: who, as what, until when a place is held, how far it came. */
export async function InvitationTable({ desk: { event, types, locale }, rows, caption }: Props) {
  const t = await getTranslations('invitations.list')
  const at = (moment: Date) => shortInstant(moment, event.timeZone, locale)
  const standing = ({ outcome, endedAt, expiresAt, holds }: InvitationRow) => {
    if (outcome === 'accepted') return t('came', { at: at(endedAt ?? expiresAt) })
    if (outcome) return t('ended', { at: at(endedAt ?? expiresAt) })
    return holds ? (
      t('held', { at: at(expiresAt) })
    ) : (
      <>
        {t('noPlace')}
        <span className="row-sub">{t('openUntil', { at: at(expiresAt) })}</span>
      </>
    )
  }
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'name', label: t('name'), fold: 'title' },
        { key: 'type', label: t('type'), fold: 'early' },
        { key: 'until', label: t('until'), fold: 'body' },
        { key: 'status', label: t('status'), fold: 'aside' },
      ]}
    >
      {rows.map((row) => {
        const type = types.find(({ id }) => id === row.typeId)
        return (
          <Row key={row.id}>
            <Cell fold="title">
              <Link className="row-name" href={invitationsHref(event.slug, row.id)}>
                {row.name || row.email}
              </Link>
              {row.name && <span className="row-sub">{row.email}</span>}
              {row.status === 'failed' && row.mailError && (
                <span className="row-sub invitation-refused">{row.mailError}</span>
              )}
            </Cell>
            <Cell fold="early" lang={type?.lang === locale ? undefined : type?.lang}>
              {type?.name ?? t('anyType')}
            </Cell>
            <Cell fold="body">{standing(row)}</Cell>
            <Cell fold="aside">
              <InvitationMark status={row.status} />
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}
