import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { CodeList } from '#components/invitation/code-list'
import { load, type Query } from '#components/invitation/load'
import { NewCode } from '#components/invitation/new-code'
import { InvitationOutcome } from '#components/invitation/outcome'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { Enhance } from '#components/ui/enhance'
import { codesOf } from '#lib/invitations/queries/desk'
import { invitationsHref, outcome } from '#lib/invitations/schema/list'

type Props = { params: Promise<{ event: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props) {
  const { event } = await load((await params).event)
  const t = await getTranslations('invitations')
  return { title: t('pageTitle', { page: t('codes.title'), event: event.texts.title.text }) }
}

/** The codes that organizations were given, and a new one. */
export default async function CodesPage({ params, searchParams }: Props) {
  const { types, ...desk } = await load((await params).event)
  const { event, signedIn } = desk
  const came = outcome.parse(await searchParams)
  const [codes, t] = await Promise.all([codesOf(signedIn.actor, event.id), getTranslations('invitations')])
  return (
    <DeskPage {...desk} current="invitations">
      <div className="edit-page codes-page">
        <Breadcrumb
          label={t('way')}
          parts={[{ label: t('title'), href: invitationsHref(event.slug) }, { label: t('codes.title') }]}
        />
        <h1>{t('codes.title')}</h1>
        <p className="edit-lead">{t('codes.lead')}</p>
        <InvitationOutcome outcome={came} />
        <CodeList desk={{ types, ...desk }} codes={codes} outcome={came} />
        {event.mayDecide && !came.edit && <NewCode desk={{ types, ...desk }} outcome={came} />}
      </div>
      <Enhance />
    </DeskPage>
  )
}
