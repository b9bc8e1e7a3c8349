import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { type AnyColumn, COLUMNS, columnOf } from '#lib/attendees/schema/list'
import type { Question, Section } from '#lib/forms/policy/question'

/** Which columns the list and its file have: what is known of everybody, then the event's own questions. The name always stands. */
export async function ColumnChoice({
  chosen,
  sections,
}: {
  chosen: readonly AnyColumn[]
  sections: readonly Section[]
}) {
  const t = await getTranslations('desk')
  const gone = sections.flatMap((section) => section.questions.filter(({ archived }) => archived))
  const box = (column: AnyColumn, label: string) => (
    <label key={column}>
      <input type="checkbox" name="cols" value={column} defaultChecked={chosen.includes(column)} />
      {label}
    </label>
  )
  const part = (key: string, title: string, questions: readonly Question[]) =>
    questions.length > 0 && (
      <div key={key} role="group" aria-label={title}>
        <p aria-hidden="true">{title}</p>
        {questions.map(({ id, label }) => box(columnOf(id), label.text))}
      </div>
    )
  return (
    <details className="columns">
      <summary className="chip">
        {t('list.columns')}
        <Icon name="down" />
      </summary>
      <fieldset>
        <legend>{t('list.columnsHint')}</legend>
        <input type="hidden" name="cols" value="name" />
        {COLUMNS.filter((column) => column !== 'name').map((column) => box(column, t(`field.${column}`)))}
        {sections.map(({ id, title, questions }) =>
          part(
            id,
            title.text || t('answers.title'),
            questions.filter(({ archived }) => !archived),
          ),
        )}
        {part('gone', t('answers.gone'), gone)}
        <noscript>
          <Button type="submit" size="small">
            {t('list.apply')}
          </Button>
        </noscript>
      </fieldset>
    </details>
  )
}
