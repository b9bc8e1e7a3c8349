import { getTranslations } from 'next-intl/server'
import { Again } from '#components/own/again'
import { OwnLinks } from '#components/own/own-links'
import { OwnWhen } from '#components/own/own-when'
import { OwnPeople } from '#components/people/own-people'
import { factsOf } from '#components/registration/facts-of'
import { GiveUp } from '#components/registration/give-up'
import { NextSteps } from '#components/registration/next-steps'
import { Outcome } from '#components/registration/outcome'
import { OwnAsked } from '#components/registration/own-asked'
import { OwnData } from '#components/registration/own-data'
import { OwnLink } from '#components/registration/own-link'
import { OwnOffer } from '#components/registration/own-offer'
import { type OwnState, ownWords } from '#components/registration/own-words'
import { Ticket } from '#components/registration/ticket'
import { TicketCode } from '#components/registration/ticket-code'
import { Unconfirmed } from '#components/registration/unconfirmed'
import { fullName } from '#lib/attendees/policy'
import { shortInstant } from '#lib/format'
import { spellCode } from '#lib/ids'
import { institutionLabels } from '#lib/institutions/queries/labels'

/** A participant's own registration: how it stands, the ticket, what comes next, the link, the data, the way out. */
export async function OwnRegistration(own: OwnState & { onlineUrl: string }) {
  const { record, event, locale } = own
  const [t, words, labels] = await Promise.all([
    getTranslations('registration'),
    ownWords(own),
    institutionLabels([record.institutionId], locale),
  ])
  const facts = factsOf(event, locale)
  const label = labels.get(record.institutionId)
  const institution = [label?.name ?? record.institutionName, label?.city].filter(Boolean).join(', ')
  const type = event.types.find((each) => each.id === record.typeId)?.name
  const waits = record.status === 'waiting' && record.wait && !record.wait.heldById
  return (
    <Outcome status={record.status} word={t(`own.${record.status}.status`)} title={words.title} text={words.text}>
      <Ticket
        seed={event.id}
        name={fullName(record)}
        native={{ text: record.nativeName }}
        affiliation={[institution, type].filter(Boolean).join(' · ')}
        code={spellCode(record.code)}
        aside={record.status === 'confirmed' && <TicketCode code={record.code} />}
        facts={[
          { term: t('own.registered'), value: shortInstant(record.registeredAt, event.timeZone, locale) },
          { term: t('own.when'), value: <OwnWhen when={facts.when} hours={facts.hours} record={record} /> },
          {
            term: t('own.where'),
            value: [event.texts.venue.text, event.texts.address.text, facts.where].filter(Boolean).join(', '),
          },
          {
            term: t('own.online'),
            value: own.onlineUrl && (
              <a href={own.onlineUrl} rel="noopener noreferrer">
                {own.onlineUrl}
              </a>
            ),
          },
        ]}
        place={
          waits && record.wait
            ? {
                text: t('own.place', { place: record.wait.position }),
                caption: t('own.placeOf', { of: record.wait.of }),
              }
            : undefined
        }
      />
      <OwnOffer record={record} event={event} locale={locale} />
      <Again {...own} />
      <Unconfirmed {...own} />
      <div className="outcome-parts">
        <div>
          <OwnAsked {...own} />
          <NextSteps {...own} />
          <OwnData {...own} institution={institution} type={type ?? ''} />
        </div>
        <div>
          <OwnLink token={record.token} />
          <OwnPeople {...own} />
          <GiveUp {...own} institution={institution} />
          <OwnLinks record={record} />
        </div>
      </div>
    </Outcome>
  )
}
