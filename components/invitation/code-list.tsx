import { getTranslations } from 'next-intl/server'
import { CodeActs } from '#components/invitation/code-acts'
import { CodeChange } from '#components/invitation/code-change'
import { CodeKey } from '#components/invitation/code-key'
import type { InvitationDesk } from '#components/invitation/load'
import { Places } from '#components/ui/places'
import { type Status, StatusMark } from '#components/ui/status-mark'
import { offset, shortInstant } from '#lib/format'
import type { CodeRow } from '#lib/invitations/queries/desk'
import type { Outcome } from '#lib/invitations/schema/list'

const MARKS = {
  open: 'confirmed',
  used: 'checked-in',
  expired: 'expired',
  withdrawn: 'cancelled',
} as const satisfies Record<string, Status>

/** Each code: whose it is, how it is written, how much of it is used. */
export async function CodeList({
  desk,
  codes,
  outcome,
}: {
  desk: InvitationDesk
  codes: readonly CodeRow[]
  outcome: Outcome
}) {
  const { event, types, locale } = desk
  const t = await getTranslations('invitations.codes')
  const at = (moment: Date) => shortInstant(moment, event.timeZone, locale)
  if (codes.length === 0) return <p className="codes-none">{t('none')}</p>
  return (
    <ul className="codes" aria-label={t('there')}>
      {codes.map((code) => {
        const status = code.outcome ?? (code.used >= code.places ? 'used' : 'open')
        const type = types.find(({ id }) => id === code.typeId)
        const facts = [
          type?.name ?? t('anyType'),
          code.outcome
            ? t('endedAt', { at: at(code.endedAt ?? code.expiresAt) })
            : t('until', { at: at(code.expiresAt), zone: offset(event.timeZone, code.expiresAt) }),
        ]
        return (
          <li key={code.id} className={code.outcome ? 'code code-ended' : 'code'}>
            <div className="code-what">
              <h2>{code.label}</h2>
              <StatusMark status={MARKS[status]}>{t(`status.${status}`)}</StatusMark>
              <p>{facts.join(' · ')}</p>
            </div>
            <div className="code-places">
              <p>{t('counts', { used: code.used, held: code.held, places: code.places })}</p>
              <Places taken={code.used} held={code.held} capacity={code.places} />
            </div>
            {!code.outcome && code.code && <CodeKey code={code} slug={event.slug} />}
            {!code.outcome && event.mayDecide && outcome.edit !== code.id && <CodeActs code={code} slug={event.slug} />}
            {!code.outcome && event.mayDecide && outcome.edit === code.id && <CodeChange desk={desk} code={code} />}
          </li>
        )
      })}
    </ul>
  )
}
