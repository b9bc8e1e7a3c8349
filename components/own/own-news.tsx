import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'

/** What the address of the own page says has just happened. */
export type OwnQuery = Partial<
  Record<'new' | 'done' | 'wait' | 'answered' | 'confirmed' | 'late' | 'saved' | 'asked' | 'handed' | 'kept', string>
>

/** What has just been done, or could not be. */
export async function OwnNews({ query, asked }: { query: OwnQuery; asked: string | null }) {
  const [t, tEdit, tHand] = await Promise.all([
    getTranslations('registration.own'),
    getTranslations('own.edit'),
    getTranslations('own.handover'),
  ])
  const { wait, answered, confirmed, late, saved } = query
  return (
    <>
      {answered && <StatusMessage>{t('answered')}</StatusMessage>}
      {saved && <StatusMessage>{tEdit(saved === 'same' ? 'same' : 'saved')}</StatusMessage>}
      {query.handed && <StatusMessage>{tHand('done')}</StatusMessage>}
      {query.kept && <StatusMessage>{tHand('kept')}</StatusMessage>}
      {query.asked && asked && <Notice>{tEdit('asked', { email: asked })}</Notice>}
      {confirmed && <StatusMessage>{t('confirmed-address')}</StatusMessage>}
      {late && <Notice>{t('late')}</Notice>}
      {wait && <Notice>{t('wait', { minutes: Number(wait) || 1 })}</Notice>}
    </>
  )
}
