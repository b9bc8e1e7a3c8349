import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { remove, resend, setRole } from '#lib/team/actions/member'
import type { Member } from '#lib/team/queries/team'

/** What can be done about somebody of the team, or about oneself. */
export async function MemberActs({ member, slug, own }: { member: Member; slug: string; own: boolean }) {
  const [t, desk] = await Promise.all([getTranslations('team'), getTranslations('desk')])
  const name = member.name || member.email
  const role = member.role === 'organizer' ? 'staff' : 'organizer'
  const subject = { slug, userId: member.userId }
  const [keep, pending] = [t('act.keep'), desk('working')]
  return (
    <div className="actions member-acts">
      {!member.came && !own && (
        <form action={resend}>
          <ActFields fields={subject} />
          <SubmitButton size="small" variant="normal" pending={pending}>
            {actWord(t('act.resend'), name)}
          </SubmitButton>
        </form>
      )}
      <Confirm
        size="small"
        variant="normal"
        trigger={actWord(t(`act.${role}`), name)}
        title={own ? t('role.titleSelf') : t('role.title', { role, name })}
        keep={keep}
        action={
          <form action={setRole}>
            <ActFields fields={{ ...subject, role }} />
            <SubmitButton size="small" variant={own ? 'destroy' : 'primary'} pending={pending}>
              {t('role.confirm', { role })}
            </SubmitButton>
          </form>
        }
      >
        <p>{own ? t('role.textSelf') : t('role.text', { role })}</p>
      </Confirm>
      <Confirm
        size="small"
        trigger={actWord(t(own ? 'act.leave' : 'act.remove'), name)}
        title={own ? t('remove.titleSelf') : t('remove.title', { name })}
        keep={keep}
        action={
          <form action={remove}>
            <ActFields fields={subject} />
            <SubmitButton size="small" variant="destroy" pending={pending}>
              {t(own ? 'remove.confirmSelf' : 'remove.confirm')}
            </SubmitButton>
          </form>
        }
      >
        <p>{own ? t('remove.textSelf') : t(member.came ? 'remove.came' : 'remove.invited', { name })}</p>
      </Confirm>
    </div>
  )
}

/** The word of a button; for whom is heard where the row is not seen. */
const actWord = (word: string, name: string) => (
  <>
    {word}
    <span className="sr-only"> {name}</span>
  </>
)
