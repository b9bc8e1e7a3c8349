import { CoverPicture } from '#components/event/cover-picture'
import { InvitationEnded } from '#components/invitation/ended'
import { OpenInvitation } from '#components/invitation/open'
import { Ornament } from '#components/ornament/ornament'
import { factsOf } from '#components/registration/facts-of'
import { hasEnded } from '#lib/events/policy'
import type { PublicEvent } from '#lib/events/queries/event'
import type { Locale } from '#lib/i18n/locales'
import type { Invited } from '#lib/invitations/queries/invited'

export type LetterProps = {
  token: string
  invitation: Invited
  event: PublicEvent
  locale: Locale
  /** Minutes until the next try, after too many. */
  wait: number
}

/** An invitation in the look of its event: what it is to and what one can answer, or how it ended. */
export async function InvitationLetter(props: LetterProps) {
  const { token, invitation, event, locale } = props
  const facts = factsOf(event, locale)
  const over = hasEnded(event, new Date())
  const ended = invitation.outcome ?? (over ? 'over' : null)
  return (
    <div className="cover invitation" data-seen={!ended && !invitation.seenAt ? `/i/${token}/seen` : undefined}>
      {facts.cover ? (
        <CoverPicture src={facts.cover} sizes="(width < 47.5rem) 100vw, 60rem" first />
      ) : (
        <Ornament seed={event.id} shape="cover" narrow="band" first />
      )}
      <div className="cover-words">
        {ended ? (
          <InvitationEnded ended={ended} open={facts.registration.state === 'open'} {...props} />
        ) : (
          <OpenInvitation facts={facts} {...props} />
        )}
      </div>
    </div>
  )
}
