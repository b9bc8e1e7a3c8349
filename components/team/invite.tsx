import { getTranslations } from 'next-intl/server'
import type { EventOfDesk } from '#components/desk/desk-page'
import { EditForm } from '#components/setup/edit-form'
import { editWords } from '#components/setup/edit-page'
import { ROLES } from '#db/enums'
import { languageName } from '#lib/i18n/languages'
import { isLocale, LOCALES, type Locale } from '#lib/i18n/locales'
import { invite } from '#lib/team/actions/invite'
import { LONGEST } from '#lib/team/schema'

/** Asks people to work on the event: addresses in one field, a role, the language of the letter. */
export async function InviteTeam({ event, locale, at }: { event: EventOfDesk; locale: Locale; at: string }) {
  const [t, roles, words] = await Promise.all([getTranslations('team'), getTranslations('desk.role'), editWords()])
  const language = isLocale(event.defaultLocale) ? event.defaultLocale : locale
  return (
    <section className="edit-part team-invite">
      <h2>{t('invite.title')}</h2>
      <p className="edit-hint">{t('invite.lead')}</p>
      <EditForm
        key={at}
        label={t('invite.title')}
        action={invite}
        words={{ ...words, save: t('invite.send'), saving: t('invite.sending') }}
        values={{ slug: event.slug, emails: '', role: 'staff', locale: language }}
        parts={[
          {
            key: 'whom',
            rows: [
              [
                {
                  kind: 'text',
                  name: 'emails',
                  label: t('field.emails'),
                  hint: t('field.emailsHint'),
                  rows: 3,
                  maxLength: LONGEST,
                },
              ],
              [
                {
                  kind: 'radio',
                  name: 'role',
                  label: t('field.role'),
                  options: ROLES.map((role) => ({ value: role, label: roles(role), hint: t(`roles.${role}`) })),
                },
              ],
              [
                {
                  kind: 'radio',
                  name: 'locale',
                  label: t('field.locale'),
                  options: LOCALES.map((one) => ({ value: one, label: languageName(one, locale) })),
                },
              ],
            ],
          },
        ]}
      />
    </section>
  )
}
