import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import type { OwnState } from '#components/registration/own-words'
import { WithStub } from '#components/registration/with-stub'

/** A page behind the private link that does one thing: the event beside it, the way back above it. */
export async function OwnFrame({
  record,
  event,
  locale,
  alone,
  children,
}: Pick<OwnState, 'record' | 'event' | 'locale'> & { alone?: boolean; children: ReactNode }) {
  const t = await getTranslations('registration.own')
  const isPublic = event.status === 'published'
  const facts = factsOf(event, locale)
  return (
    <PublicFrame
      alone={alone}
      link={{ label: t('back'), href: `/r/${record.token}` }}
      accent={event.accent}
      funder={event.funder}
      isExample={event.isExample}
      privacyHref={event.notice && isPublic ? `/e/${event.slug}/privacy` : undefined}
    >
      <WithStub stub={isPublic ? facts : { ...facts, href: `/r/${record.token}` }}>{children}</WithStub>
    </PublicFrame>
  )
}
