import { getTranslations } from 'next-intl/server'
import { ListKeys } from '#components/desk/list-keys'
import { Part } from '#components/style/part'
import { ExampleTable } from '#components/style/table'
import { Icon } from '#components/ui/icon'
import { Pager } from '#components/ui/pager'
import { SearchBox } from '#components/ui/search-box'
import { Tabs } from '#components/ui/tabs'
import { ATTENDEE_STATUSES } from '#db/enums'

const COUNTS = ['4', '44', '2', '11', '3', '6']

export async function ListStates() {
  const [t, words] = await Promise.all([getTranslations('style'), getTranslations('desk.status')])
  const statuses = ATTENDEE_STATUSES.map((status, i) => ({
    label: words(status),
    href: `?tab=${status}`,
    count: COUNTS[i],
    current: status === 'declined',
  }))
  return (
    <>
      <Part title={t('part.tabs')}>
        <Tabs label={t('tabs.label')} tabs={[{ label: t('tabs.all'), href: '?tab=all', count: '70' }, ...statuses]} />
        <div className="bar">
          <SearchBox label={t('field.search')} placeholder={t('field.search')} shortcut="/" />
          <a className="chip" href="#main">
            {t('tabs.filter')} <Icon name="down" />
          </a>
          <a className="chip" href="#main" data-force="hover">
            {t('state.hover')} <Icon name="down" />
          </a>
          <a className="chip" href="#main" data-force="focus">
            {t('state.focus')} <Icon name="down" />
          </a>
          <a className="chip chip-on" href="#main">
            {t('tabs.chosen')} <Icon name="cross" />
          </a>
        </div>
        <div className="list-foot">
          <Pager
            label={t('pager.label')}
            summary={t('pager.summary')}
            pages={[
              { label: '1', href: '?page=1' },
              { label: '2', href: '?page=2', current: true },
              { label: '3', href: '?page=3' },
              null,
              { label: '10', href: '?page=10' },
            ]}
          />
          <ListKeys />
        </div>
      </Part>
      <Part title={t('part.table')}>
        <ExampleTable />
        <p className="style-note">{t('table.compact')}</p>
        <div data-density="compact">
          <ExampleTable rows={3} />
        </div>
      </Part>
    </>
  )
}
