import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { ButtonLink } from '#components/ui/button'
import { Facts } from '#components/ui/facts'
import { isFrozen, mayAnswer } from '#lib/attendees/policy/stage'
import { answersOf } from '#lib/attendees/queries/answers'
import { namesFor } from '#lib/attendees/queries/names'
import { dayOf } from '#lib/format'
import { isRequired } from '#lib/forms/policy/problem'
import { questionsOf } from '#lib/forms/policy/question'
import { answerText } from '#lib/forms/policy/say'
import { shownOf } from '#lib/forms/policy/shown'
import { formOf } from '#lib/forms/queries/form'

/** What the participant answered to the event's own questions, and the way to those that are asked once the place is secured. */
export async function OwnAsked({ record, event, locale }: OwnState) {
  const now = new Date()
  const [t, form, answers] = await Promise.all([
    getTranslations('registration.own'),
    formOf(event, locale),
    answersOf(record.id),
  ])
  const answerTo = ({ id }: { id: string }) => answers.get(id) ?? []
  const shown = shownOf(questionsOf(form), { typeId: record.typeId, staff: false }, answerTo)
  const later = shown.filter((question) => questionsOf(form, 'afterwards').includes(question))
  const names = await namesFor([answers], locale)
  const answered = shown.filter((question) => answerTo(question).length > 0)
  const open = later.filter((one) => isRequired(one, dayOf(now, event.timeZone)) && answerTo(one).length === 0).length
  const asks = later.length > 0 && mayAnswer(record.status, event, now) === 'yes'
  const begun = later.some((question) => answerTo(question).length > 0)
  if (!asks && answered.length === 0) return null
  return (
    <section className="own-data own-asked">
      <h2>{asks && !begun ? t('asked.title') : t('asked.view')}</h2>
      {asks && (
        <>
          {(open > 0 || !begun) && <p>{open > 0 ? t('asked.open', { count: open }) : t('asked.text')}</p>}
          <ButtonLink href={`/r/${record.token}/questions`} variant={open > 0 || !begun ? 'primary' : 'normal'}>
            {begun ? t('asked.change') : t('asked.action')}
          </ButtonLink>
        </>
      )}
      {answered.length > 0 && (
        <Facts
          layout="rows"
          facts={answered.map((question) => ({
            term: question.label.text,
            value: fileLink(
              answerTo(question)[0]?.fileId,
              record.token,
              answerText(question, answerTo(question), names),
            ),
          }))}
        />
      )}
      {later.length > 0 && isFrozen(event, now) && <p className="own-wrong">{t('asked.frozen')}</p>}
    </section>
  )
}

const fileLink = (fileId: string | undefined, token: string, text: string) =>
  fileId ? <a href={`/r/${token}/files/${fileId}`}>{text}</a> : text
