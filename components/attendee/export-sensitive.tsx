import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { type AttendeeList, listHref } from '#lib/attendees/schema/list'
import type { Question } from '#lib/forms/policy/question'

/** The list as a file with sensitive answers: an organizer chooses which. They are on no screen of the list. */
export async function ExportSensitive({
  slug,
  list,
  questions,
}: {
  slug: string
  list: AttendeeList
  questions: readonly Question[]
}) {
  const t = await getTranslations('desk')
  if (questions.length === 0) return null
  return (
    <details className="columns export-sensitive">
      <summary className="btn btn-small">
        {t('answers.exportSensitive')}
        <Icon name="down" />
      </summary>
      <form action={`/desk/${slug}/attendees/export`} method="get">
        {[...new URLSearchParams(listHref(list))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend>{t('answers.exportHint')}</legend>
          {questions.map(({ id, label }) => (
            <label key={id}>
              <input type="checkbox" name="sensitive" value={id} />
              {label.text}
            </label>
          ))}
        </fieldset>
        <p>
          <Button type="submit" size="small" name="format" value="xlsx">
            <Icon name="download" />
            {t('answers.exportExcel')}
          </Button>
          <Button type="submit" size="small" name="format" value="csv">
            {t('list.csv')}
          </Button>
        </p>
      </form>
    </details>
  )
}
