import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { InvitationEmpty } from '#components/invitation/invitation-empty'
import { InvitationFoot } from '#components/invitation/invitation-foot'
import { InvitationTable } from '#components/invitation/invitation-table'
import { InvitationTabs } from '#components/invitation/invitation-tabs'
import { load, type Query } from '#components/invitation/load'
import { InvitationOutcome } from '#components/invitation/outcome'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { INVITATIONS_PAGE, invitationsOf } from '#lib/invitations/queries/desk'
import { invitationList, invitationsHref, outcome } from '#lib/invitations/schema/list'

type Props = { params: Promise<{ event: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props) {
  const { event } = await load((await params).event)
  const t = await getTranslations('invitations')
  return { title: t('pageTitle', { page: t('title'), event: event.texts.title.text }) }
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { types, ...desk } = await load((await params).event)
  const { event, locale, signedIn } = desk
  const query = await searchParams
  const list = invitationList.parse(query)
  const [found, t] = await Promise.all([invitationsOf(signedIn.actor, event.id, list), getTranslations('invitations')])
  const { total, counts, rows } = found
  const from = (list.page - 1) * INVITATIONS_PAGE + 1
  return (
    <DeskPage {...desk} current="invitations">
      <DeskHead title={t('title')}>
        <div className="exports">
          <ButtonLink size="small" href={invitationsHref(event.slug, 'codes')}>
            {t('list.codes')}
          </ButtonLink>
          {event.mayDecide && (
            <ButtonLink size="small" variant="primary" href={invitationsHref(event.slug, 'new')}>
              <Icon name="plus" />
              {t('list.invite')}
            </ButtonLink>
          )}
        </div>
      </DeskHead>
      <div className="desk-body">
        <InvitationTabs slug={event.slug} list={list} counts={counts} locale={locale} />
        <InvitationOutcome outcome={outcome.parse(query)} />
        <p className="sr-only">{t('list.found', { total })}</p>
        {rows.length === 0 ? (
          <InvitationEmpty list={list} event={event} />
        ) : (
          <InvitationTable
            desk={{ event, types, locale }}
            rows={rows}
            caption={t('list.caption', { from, to: from + rows.length - 1, total })}
          />
        )}
        {total > 0 && <InvitationFoot slug={event.slug} list={list} total={total} locale={locale} />}
      </div>
    </DeskPage>
  )
}
