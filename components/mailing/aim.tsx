import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { ButtonLink } from '#components/ui/button'
import { SubmitButton } from '#components/ui/submit-button'
import type { AttendeeList } from '#lib/attendees/schema/list'
import { aimMailing } from '#lib/messages/actions/mailing-words'
import { filtersFrom } from '#lib/messages/schema/mailing'
import { mailingHref } from '#lib/messages/schema/mailing-page'

/** Takes those whom the list shows as the readers of a draft, or leaves it as it was. */
export async function Aim({
  slug,
  mailingId,
  list,
  total,
}: {
  slug: string
  mailingId: string
  list: AttendeeList
  total: number
}) {
  const t = await getTranslations('mailings.whom')
  return (
    <div className="actions">
      <form action={aimMailing}>
        <ActFields fields={{ slug, mailingId, filters: filtersFrom(list) }} />
        <SubmitButton pending={t('saving')}>{t('take', { count: total })}</SubmitButton>
      </form>
      <ButtonLink variant="plain" href={mailingHref(slug, mailingId)}>
        {t('leave')}
      </ButtonLink>
    </div>
  )
}
