import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HandoverForm } from '#components/own/handover-form'
import { OwnFrame } from '#components/own/own-frame'
import { isFrozen } from '#lib/attendees/policy/stage'
import { ownRecord } from '#lib/attendees/queries/one'
import { ownEvent } from '#lib/attendees/queries/own'
import { LIMITS } from '#lib/attendees/schema/person'
import { participant } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { institutionLabels } from '#lib/institutions/queries/labels'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await ownEvent(await participant((await params).token), await readerLocale())
  const t = await getTranslations('own.handover')
  return { title: event && t('documentTitle', { event: event.texts.title.text }), robots: { index: false } }
}

/** Who comes in the participant's stead. */
export default async function HandOver({ params }: Props) {
  const locale = await readerLocale()
  const { token } = await params
  const actor = await participant(token)
  const [record, event] = await Promise.all([ownRecord(actor), ownEvent(actor, locale)])
  if (!record || !event) notFound()
  if (record.status !== 'confirmed' || isFrozen(event, new Date())) redirect(`/r/${token}`)
  const t = await getTranslations('own.handover')
  const institution = (await institutionLabels([record.institutionId], locale)).get(record.institutionId)?.name
  return (
    <OwnFrame record={record} event={event} locale={locale}>
      <h1>{t('title')}</h1>
      <p className="lead">
        {t('lead')} {t('from', { institution: institution ?? record.institutionName })}
      </p>
      <HandoverForm
        token={token}
        words={{
          ...{ givenName: t('givenName'), familyName: t('familyName'), email: t('email'), note: t('note') },
          ...{ optional: t('optional'), action: t('action'), working: t('working') },
        }}
        limits={{ name: LIMITS.name, email: LIMITS.email, reason: LIMITS.reason }}
      />
    </OwnFrame>
  )
}
