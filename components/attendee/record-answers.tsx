import { getTranslations } from 'next-intl/server'
import { AnswerLines } from '#components/attendee/answer-lines'
import type { RecordProps } from '#components/attendee/attendee-record'
import { Section } from '#components/attendee/section'
import { SensitiveAnswers } from '#components/attendee/sensitive-answers'

/** What somebody answered to the event's own questions. Sensitive answers come by a press that is written down, for organizers alone. */
export async function RecordAnswers({ record, event, form, locale }: RecordProps) {
  const t = await getTranslations('desk.answers')
  const { parts, gone, sensitive } = form
  if (!form.asks && gone.length === 0 && sensitive === 0) return null
  const open = t('open')
  return (
    <Section title={t('title')}>
      {parts.length === 0 && gone.length === 0 && sensitive === 0 && <p className="record-none">{t('none')}</p>}
      {parts.map((part) => (
        <div className="answer-part" key={part.id}>
          {part.title.text && (
            <h3 lang={part.title.lang === locale ? undefined : part.title.lang}>{part.title.text}</h3>
          )}
          <AnswerLines lines={part.lines} locale={locale} open={open} />
        </div>
      ))}
      {gone.length > 0 && (
        <div className="answer-part">
          <h3>{t('gone')}</h3>
          <AnswerLines lines={gone} locale={locale} open={open} />
        </div>
      )}
      {sensitive > 0 && (
        <div className="answer-part">
          <h3>{t('sensitive.title')}</h3>
          {event.mayDecide ? (
            <SensitiveAnswers
              slug={event.slug}
              id={record.id}
              locale={locale}
              words={{
                about: t('sensitive.about', { count: sensitive }),
                show: t('sensitive.show'),
                showing: t('sensitive.showing'),
                shown: t('sensitive.shown'),
                open,
              }}
            />
          ) : (
            <p className="record-none">{t('sensitive.closed', { count: sensitive })}</p>
          )}
        </div>
      )}
    </Section>
  )
}
