import { getTranslations } from 'next-intl/server'
import type { InviteFormProps } from '#components/invitation/invite-form'
import type { InvitationDesk } from '#components/invitation/load'
import { LIMITS as PERSON } from '#lib/attendees/schema/person'
import { offset } from '#lib/format'
import { isLocale, LOCALES } from '#lib/i18n/locales'
import { usualUntil } from '#lib/invitations/policy/until'
import { invitationsHref } from '#lib/invitations/schema/list'
import { LIMITS } from '#lib/invitations/schema/terms'

/** The form that invites, with its words and first values. */
export async function inviteProps({ event, types, locale }: InvitationDesk, now: Date): Promise<InviteFormProps> {
  const [t, names, all] = await Promise.all([
    getTranslations('invitations.invite'),
    getTranslations('ui.language'),
    getTranslations('invitations'),
  ])
  const until = usualUntil(event, now)
  const zone = { zone: event.timeZone.replaceAll('_', ' '), offset: offset(event.timeZone, new Date(`${until}Z`)) }
  return {
    back: { href: invitationsHref(event.slug), label: t('back') },
    values: {
      slug: event.slug,
      way: 'one',
      locale: isLocale(event.defaultLocale) ? event.defaultLocale : locale,
      holds: 'on',
      expiresAt: until,
    },
    words: {
      way: t('way'),
      one: t('one'),
      list: t('list'),
      email: t('email'),
      givenName: t('givenName'),
      familyName: t('familyName'),
      people: t('people'),
      peopleHint: t('peopleHint'),
      as: t('as'),
      typeId: t('typeId'),
      typeHint: t('typeHint'),
      anyType: t('anyType'),
      locale: t('locale'),
      note: t('note'),
      noteHint: t('noteHint'),
      place: t('place'),
      holds: t('holds'),
      holdsHint: t('holdsHint'),
      expiresAt: t('expiresAt'),
      zone: t('zone', zone),
      check: t('check'),
      checkAgain: t('checkAgain'),
      checking: t('checking'),
      sending: t('sending'),
      readHint: t('readHint'),
      problemsHint: t('problemsHint'),
      optional: all('optional'),
    },
    types: types.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name })),
    languages: LOCALES.map((each) => ({ value: each, label: names(`${each}.name`), lang: each })),
    limits: { ...LIMITS, email: PERSON.email, name: PERSON.name },
  }
}
