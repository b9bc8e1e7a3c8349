import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { COLUMNS, type Column } from '#lib/attendees/schema/list'

/** Which columns the list and its file have. The name always stands. */
export async function ColumnChoice({ chosen }: { chosen: readonly Column[] }) {
  const t = await getTranslations('desk')
  return (
    <details className="columns">
      <summary className="chip">
        {t('list.columns')}
        <Icon name="down" />
      </summary>
      <fieldset>
        <legend>{t('list.columnsHint')}</legend>
        <input type="hidden" name="cols" value="name" />
        {COLUMNS.filter((column) => column !== 'name').map((column) => (
          <label key={column}>
            <input type="checkbox" name="cols" value={column} defaultChecked={chosen.includes(column)} />
            {t(`field.${column}`)}
          </label>
        ))}
        <noscript>
          <Button type="submit" size="small">
            {t('list.apply')}
          </Button>
        </noscript>
      </fieldset>
    </details>
  )
}
