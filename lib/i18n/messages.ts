import type { Locale } from '#lib/i18n/locales'
import builder from '#messages/en/builder.json' with { type: 'json' }
import desk from '#messages/en/desk.json' with { type: 'json' }
import event from '#messages/en/event.json' with { type: 'json' }
import form from '#messages/en/form.json' with { type: 'json' }
import institution from '#messages/en/institution.json' with { type: 'json' }
import invitations from '#messages/en/invitations.json' with { type: 'json' }
import mail from '#messages/en/mail.json' with { type: 'json' }
import mailings from '#messages/en/mailings.json' with { type: 'json' }
import messages from '#messages/en/messages.json' with { type: 'json' }
import own from '#messages/en/own.json' with { type: 'json' }
import people from '#messages/en/people.json' with { type: 'json' }
import registration from '#messages/en/registration.json' with { type: 'json' }
import registry from '#messages/en/registry.json' with { type: 'json' }
import setup from '#messages/en/setup.json' with { type: 'json' }
import style from '#messages/en/style.json' with { type: 'json' }
import team from '#messages/en/team.json' with { type: 'json' }
import ui from '#messages/en/ui.json' with { type: 'json' }
import builderRu from '#messages/ru/builder.json' with { type: 'json' }
import deskRu from '#messages/ru/desk.json' with { type: 'json' }
import eventRu from '#messages/ru/event.json' with { type: 'json' }
import formRu from '#messages/ru/form.json' with { type: 'json' }
import institutionRu from '#messages/ru/institution.json' with { type: 'json' }
import invitationsRu from '#messages/ru/invitations.json' with { type: 'json' }
import mailRu from '#messages/ru/mail.json' with { type: 'json' }
import mailingsRu from '#messages/ru/mailings.json' with { type: 'json' }
import messagesRu from '#messages/ru/messages.json' with { type: 'json' }
import ownRu from '#messages/ru/own.json' with { type: 'json' }
import peopleRu from '#messages/ru/people.json' with { type: 'json' }
import registrationRu from '#messages/ru/registration.json' with { type: 'json' }
import registryRu from '#messages/ru/registry.json' with { type: 'json' }
import setupRu from '#messages/ru/setup.json' with { type: 'json' }
import styleRu from '#messages/ru/style.json' with { type: 'json' }
import teamRu from '#messages/ru/team.json' with { type: 'json' }
import uiRu from '#messages/ru/ui.json' with { type: 'json' }

const MESSAGES = {
  en: {
    builder,
    desk,
    event,
    form,
    institution,
    invitations,
    mail,
    mailings,
    messages,
    own,
    people,
    registration,
    registry,
    setup,
    style,
    team,
    ui,
  },
  ru: {
    builder: builderRu,
    form: formRu,
    own: ownRu,
    people: peopleRu,
    setup: setupRu,
    desk: deskRu,
    event: eventRu,
    institution: institutionRu,
    invitations: invitationsRu,
    mail: mailRu,
    mailings: mailingsRu,
    messages: messagesRu,
    registration: registrationRu,
    registry: registryRu,
    style: styleRu,
    team: teamRu,
    ui: uiRu,
  },
} as const

export type Messages = (typeof MESSAGES)['en']

/** All messages of a language, by namespace. The same keys stand in each, which a test keeps. */
export const messagesIn = (locale: Locale): Messages => MESSAGES[locale] as Messages
