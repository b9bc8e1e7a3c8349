import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { inviteProps } from '#components/invitation/invite'
import { InviteForm } from '#components/invitation/invite-form'
import { loadToDecide } from '#components/invitation/load'
import { NotNow } from '#components/invitation/not-now'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { hasEnded } from '#lib/events/policy'
import { invitationsHref } from '#lib/invitations/schema/list'

type Props = { params: Promise<{ event: string }> }

export async function generateMetadata({ params }: Props) {
  const { event } = await loadToDecide((await params).event)
  const t = await getTranslations('invitations')
  return { title: t('pageTitle', { page: t('invite.title'), event: event.texts.title.text }) }
}

/** Invites one person, or those of a list. */
export default async function InvitePage({ params }: Props) {
  const { types, ...desk } = await loadToDecide((await params).event)
  const { event } = desk
  const t = await getTranslations('invitations')
  const now = new Date()
  const open = event.status === 'published' && !hasEnded(event, now)
  return (
    <DeskPage {...desk} current="invitations">
      <div className="edit-page">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('title'), href: invitationsHref(event.slug) }, { label: t('invite.title') }]}
        />
        <h1>{t('invite.title')}</h1>
        <p className="edit-lead">{t('invite.lead')}</p>
        {open ? <InviteForm {...(await inviteProps({ types, ...desk }, now))} /> : <NotNow event={event} />}
      </div>
    </DeskPage>
  )
}
