import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { SearchBox } from '#components/ui/search-box'
import { type MailList, mailHref } from '#lib/messages/schema/mail-list'

/** The search by person; where the page shows one person's alone, a press shows all again. */
export async function MailBar({ list }: { list: MailList }) {
  const t = await getTranslations('mailings.mail')
  return (
    <form className="bar mail-find" role="search" aria-label={t('search')}>
      <ActFields fields={{ ...(list.tab !== 'all' && { tab: list.tab }) }} />
      <SearchBox
        key={list.q}
        name="q"
        defaultValue={list.q}
        label={t('search')}
        placeholder={t('placeholder')}
        maxLength={200}
      />
      <Button type="submit" size="small">
        {t('find')}
      </Button>
      {list.attendee && (
        <Link className="chip chip-on" href={mailHref(list, { attendee: undefined })}>
          {t('onePerson')}
          <Icon name="cross" />
        </Link>
      )}
    </form>
  )
}
