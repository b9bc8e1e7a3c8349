import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { StatusMark } from '#components/ui/status-mark'
import { fullName } from '#lib/attendees/policy'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'

/** Who it is and how the registration stands, with the way back to the list one came from. */
export async function RecordHead({
  record,
  event,
  labels,
  list,
  children,
}: Omit<RecordProps, 'locale' | 'form'> & { list: AttendeeList; children?: ReactNode }) {
  const t = await getTranslations('desk')
  const back = listHref(list, { page: list.page })
  return (
    <header className="record-head">
      <Breadcrumb
        label={t('record.way')}
        parts={[
          { label: t('attendees'), href: `/desk/${event.slug}/attendees${back === '?' ? '' : back}` },
          { label: fullName(record) },
        ]}
      />
      <div className="record-title">
        <h1>{fullName(record)}</h1>
        <StatusMark status={record.status}>{t(`status.${record.status}`)}</StatusMark>
      </div>
      {record.nativeName && <p className="record-native">{record.nativeName}</p>}
      <p>
        {t('record.roleAt', {
          type: labels.type(record.typeId),
          institution: labels.institution(record.institutionId),
        })}
      </p>
      {children}
    </header>
  )
}
