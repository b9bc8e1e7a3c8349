import { getTranslations } from 'next-intl/server'
import { TickCount } from '#components/attendee/ticks'
import { Button } from '#components/ui/button'
import { MANY_ACTS } from '#lib/rosters/policy/many'

/** What can be done with those who are ticked. Each button leads to a page that says what exactly, before it is done. */
export async function ManyBar({ shown, total }: { shown: number; total: number }) {
  const t = await getTranslations('desk.many')
  const counts = Array.from({ length: shown + 1 }, (_, count) => t('ticked', { count }))
  return (
    <div className="selection inverse many-bar" role="group" aria-label={t('bar')}>
      <TickCount counts={counts} all={t('allTicked', { count: total })} clear={t('clear')} />
      {total > shown && (
        <label className="many-all">
          <input type="checkbox" name="all" value="1" /> {t('all', { count: total })}
        </label>
      )}
      <span className="many-acts">
        {MANY_ACTS.map((act) => (
          <Button key={act} type="submit" size="small" name="act" value={act}>
            {t(`act.${act}`)}
          </Button>
        ))}
      </span>
    </div>
  )
}
