import { getTranslations } from 'next-intl/server'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { decline, toForm } from '#lib/invitations/actions/answer'

/** The two answers to an invitation: on to the form, or no, which is asked once. */
export async function AnswerActs({ token, holds }: { token: string; holds: boolean }) {
  const t = await getTranslations('invitations.page')
  const hidden = <input type="hidden" name="token" value={token} />
  return (
    <div className="invitation-acts">
      <form action={toForm}>
        {hidden}
        <SubmitButton size="big" pending={t('opening')}>
          {t('register')}
        </SubmitButton>
      </form>
      <Confirm
        size="big"
        variant="normal"
        trigger={t('decline')}
        title={t('declineTitle')}
        keep={t('keep')}
        action={
          <form action={decline}>
            {hidden}
            <SubmitButton variant="destroy" pending={t('opening')}>
              {t('declineConfirm')}
            </SubmitButton>
          </form>
        }
      >
        <p>{t('declineText', { holds: holds ? 'yes' : 'no' })}</p>
      </Confirm>
    </div>
  )
}
