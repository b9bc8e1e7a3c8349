import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { Confirm } from '#components/ui/confirm'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { SubmitButton } from '#components/ui/submit-button'
import { endOwnSessions } from '#lib/auth/actions/session'
import { openSessions } from '#lib/auth/queries'
import { signedIn } from '#lib/auth/session'
import { deskEvents } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.accountPage'))('title') }
}

/** Who one is here, as what, and how many sessions are open. */
export default async function AccountPage() {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const [count, events, t] = await Promise.all([
    openSessions(actor, new Date()),
    deskEvents(actor, locale),
    getTranslations('desk'),
  ])
  const roles = person.events.flatMap(({ eventId, role }) => {
    const event = events.find((one) => one.id === eventId)
    return event
      ? [{ event, word: t('accountPage.roleAt', { role: t(`role.${role}`), event: event.texts.title.text }) }]
      : []
  })
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="account">
      <DeskHead title={t('accountPage.title')} />
      <div className="desk-body account">
        <Facts
          layout="rows"
          facts={[
            { term: t('accountPage.email'), value: person.email },
            {
              term: t('accountPage.roles'),
              value: (
                <ul>
                  {person.admin && <li>{t('accountPage.adminRole')}</li>}
                  {roles.map(({ event, word }) => (
                    <li key={event.id}>
                      <Link href={`/desk/${event.slug}/attendees`}>{word}</Link>
                    </li>
                  ))}
                  {!person.admin && roles.length === 0 && <li>{t('accountPage.noRoles')}</li>}
                </ul>
              ),
            },
            { term: t('accountPage.sessions'), value: t('accountPage.sessionCount', { count }) },
          ]}
        />
        <Confirm
          size="small"
          trigger={t('accountPage.endAll')}
          title={t('accountPage.endQuestion')}
          keep={t('accountPage.keep')}
          action={
            <form action={endOwnSessions}>
              <SubmitButton variant="destroy" size="small" pending={t('working')}>
                {t('accountPage.endConfirm')}
              </SubmitButton>
            </form>
          }
        >
          {t('accountPage.endText', { count })}
        </Confirm>
      </div>
    </DeskPage>
  )
}
