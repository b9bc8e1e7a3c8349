import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { load, type Query } from '#components/invitation/load'
import { InvitationRecordView } from '#components/invitation/record'
import { inviteeName } from '#lib/invitations/policy/name'
import { invitationRecord } from '#lib/invitations/queries/record'
import { outcome } from '#lib/invitations/schema/list'

type Props = { params: Promise<{ event: string; id: string }>; searchParams: Query }

export async function generateMetadata({ params }: Props) {
  const { event, record } = await loadOne(await params)
  const t = await getTranslations('invitations')
  return { title: t('pageTitle', { page: inviteeName(record), event: event.texts.title.text }) }
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { record, types, ...desk } = await loadOne(await params)
  return (
    <DeskPage {...desk} current="invitations">
      <InvitationRecordView desk={{ types, ...desk }} record={record} outcome={outcome.parse(await searchParams)} />
    </DeskPage>
  )
}

async function loadOne({ event: slug, id }: { event: string; id: string }) {
  const desk = await load(slug)
  const record = await invitationRecord(desk.signedIn.actor, desk.event.id, id)
  if (!record) notFound()
  return { ...desk, record }
}
