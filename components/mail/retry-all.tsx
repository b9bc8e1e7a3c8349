import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { SubmitButton } from '#components/ui/submit-button'
import { retryAll } from '#lib/messages/actions/mail'
import { type MailList, mailHref } from '#lib/messages/schema/mail-list'

/** Sends again whatever failed or waits for another attempt. */
export async function RetryAll({ slug, list, count }: { slug: string; list: MailList; count: number }) {
  const t = await getTranslations('mailings.mail')
  return (
    <form action={retryAll}>
      <ActFields fields={{ slug, list: mailHref(list, { page: list.page }) }} />
      <SubmitButton variant="normal" size="small" pending={t('working')}>
        {t('retryAll', { count })}
      </SubmitButton>
    </form>
  )
}
