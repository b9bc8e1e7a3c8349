import { getTranslations } from 'next-intl/server'
import type { RecordProps } from '#components/invitation/record'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { instant, offset } from '#lib/format'

/** What was said in an invitation, and what became of it. */
export async function InvitationFacts({ desk: { event, types, locale }, record }: RecordProps) {
  const t = await getTranslations('invitations')
  const at = (moment: Date | null) => moment && instant(moment, event.timeZone, locale)
  const until = { at: at(record.expiresAt) ?? '', zone: offset(event.timeZone, record.expiresAt) }
  const open = record.outcome === null
  return (
    <Facts
      layout="rows"
      facts={[
        {
          term: t('record.email'),
          value: <a href={`mailto:${encodeURIComponent(record.email).replace('%40', '@')}`}>{record.email}</a>,
        },
        {
          term: t('record.language'),
          value: new Intl.DisplayNames(locale, { type: 'language' }).of(record.locale),
        },
        { term: t('record.type'), value: types.find(({ id }) => id === record.typeId)?.name ?? t('list.anyType') },
        {
          term: t('record.place'),
          value: open ? t(record.holds ? 'record.held' : 'list.noPlace', until) : '',
        },
        { term: t('record.until'), value: open && !record.holds ? t('page.at', until) : '' },
        { term: t('record.note'), value: record.note && <p className="invitation-note">{record.note}</p> },
        { term: t('record.made'), value: at(record.createdAt) },
        { term: t('record.seen'), value: at(record.seenAt) },
        { term: t('record.ended'), value: at(record.endedAt) },
        {
          term: t('record.attendee'),
          value: record.attendeeId && (
            <Link href={`/desk/${event.slug}/attendees/${record.attendeeId}`}>
              {[record.attendeeGiven, record.attendeeFamily].filter(Boolean).join(' ') || t('record.open')}
            </Link>
          ),
        },
      ]}
    />
  )
}
