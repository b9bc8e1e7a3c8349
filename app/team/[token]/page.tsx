import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainFrame } from '#components/frame/plain-frame'
import { Thought } from '#components/frame/thought'
import { Button, ButtonLink } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { currentActor } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { eventOfLetter } from '#lib/messages/queries/event'
import { teamLetter } from '#lib/team/queries/letter'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ wait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('team.join'))('pageTitle'), robots: { index: false } }
}

/** What the letter asks, and one button: programs that open the links of a mail press none. */
export default async function JoinTeamPage({ params, searchParams }: Props) {
  const { token } = await params
  const minutes = Number((await searchParams).wait) || 0
  const [letter, actor, locale, t] = await Promise.all([
    teamLetter(token, new Date()),
    currentActor(),
    readerLocale(),
    getTranslations('team.join'),
  ])
  const event = letter && (await eventOfLetter(letter.eventId, locale))
  if (!letter || !event)
    return (
      <PlainFrame>
        <Thought
          title={t('gone.title')}
          text={t('gone.text')}
          actions={<ButtonLink href="/sign-in">{t('gone.action')}</ButtonLink>}
        />
      </PlainFrame>
    )
  const here = actor.kind === 'user' && actor.userId === letter.userId
  const press = (
    <form method="post" action={`/team/${token}/join`}>
      <Button type="submit" variant="primary" size="big">
        {t(here ? 'here' : letter.direct ? 'direct' : 'link')}
      </Button>
    </form>
  )
  return (
    <PlainFrame>
      {minutes > 0 && <Notice tone="error">{t('wait', { minutes })}</Notice>}
      <Thought
        title={t('title', { event: event.title.text })}
        text={[t(letter.role), !here && !letter.direct && t('linkText')].filter(Boolean).join(' ')}
        actions={press}
        seed={event.id}
      />
    </PlainFrame>
  )
}
