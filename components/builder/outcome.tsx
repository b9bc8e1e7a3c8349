import { getTranslations } from 'next-intl/server'
import type { OutlineProps } from '#components/builder/outline'
import { Refocus } from '#components/builder/refocus'
import { Arrival } from '#components/desk/arrival'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import { allQuestions, liveSections, wordIn } from '#lib/forms/policy/edited'
import { brokenInWords } from '#lib/forms/policy/words'
import { type OutlineView, readBroken } from '#lib/forms/schema/outline'

/** What has just been done to the form, or why it was not. */
export async function Outcome({ form, locale, view }: OutlineProps & { view: OutlineView }) {
  const t = await getTranslations('builder')
  const { did, at = '', way = 'up', refused } = view
  if (refused) {
    const told = refused === 'needed' ? brokenInWords(readBroken(view.by), form, locale) : []
    return (
      <Arrival of={`${refused} ${at} ${view.by}`}>
        <Notice tone="error" title={t(`refused.${refused}`)}>
          {told.length > 0 && (
            <ul>
              {told.map((pair) => (
                <li key={`${pair.question} ${pair.on}`}>{t('refused.relies', pair)}</li>
              ))}
            </ul>
          )}
        </Notice>
      </Arrival>
    )
  }
  const question = allQuestions(form).find((one) => one.id === at)
  const section = form.sections.find((one) => one.id === (question?.sectionId ?? at))
  if (!did || !section) return null
  const siblings = question
    ? section.questions.filter((one) => !one.archived)
    : liveSections(form).filter((one) => one.stage === section.stage)
  const text = t(`did.${did}`, {
    name: wordIn(question?.label ?? section.title, locale, form),
    section: wordIn(section.title, locale, form),
    place: siblings.findIndex((one) => one.id === at) + 1,
    of: siblings.length,
    count: question?.answered ?? 0,
  })
  return (
    <>
      <StatusMessage>{text}</StatusMessage>
      {view.way && <Refocus id={`${way}-${at}`} or={`${way === 'up' ? 'down' : 'up'}-${at}`} of={text} />}
    </>
  )
}
