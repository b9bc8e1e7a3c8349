import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import { InvitationMark } from '#components/invitation/invitation-mark'
import type { InvitationDesk } from '#components/invitation/load'
import { InvitationOutcome } from '#components/invitation/outcome'
import { RecordActs } from '#components/invitation/record-acts'
import { InvitationFacts } from '#components/invitation/record-facts'
import { InvitationLetters } from '#components/invitation/record-letters'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { Notice } from '#components/ui/notice'
import { inviteeName } from '#lib/invitations/policy/name'
import { statusOf } from '#lib/invitations/policy/status'
import type { InvitationRecord } from '#lib/invitations/queries/record'
import { invitationsHref, type Outcome } from '#lib/invitations/schema/list'

export type RecordProps = { desk: InvitationDesk; record: InvitationRecord; outcome: Outcome }

/** One invitation: how far it came, what can be done, what was said in it, its letters. */
export async function InvitationRecordView(props: RecordProps) {
  const { desk, record, outcome } = props
  const t = await getTranslations('invitations')
  const name = inviteeName(record)
  const status = statusOf({ ...record, mail: record.letters[0]?.status ?? 'queued' })
  return (
    <>
      <header className="record-head">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('title'), href: invitationsHref(desk.event.slug) }, { label: name }]}
        />
        <div className="record-title">
          <h1>{name}</h1>
          <InvitationMark status={status} />
        </div>
        <InvitationOutcome outcome={outcome} name={name} />
        {status === 'failed' && (
          <Notice tone="error" title={t('record.failed.title', { name })}>
            <p>{t('record.failed.text')}</p>
          </Notice>
        )}
        {desk.event.mayDecide && !record.outcome && <RecordActs {...props} name={name} />}
      </header>
      <div className="record">
        <Section title={t('record.facts')}>
          <InvitationFacts {...props} />
        </Section>
        <Section title={t('record.letters')}>
          <InvitationLetters {...props} />
        </Section>
      </div>
    </>
  )
}
