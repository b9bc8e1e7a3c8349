import { getTranslations } from 'next-intl/server'
import { ROWS } from '#components/style/sample'
import { Button } from '#components/ui/button'
import { StatusMark } from '#components/ui/status-mark'
import { Cell, type Column, Row, Table } from '#components/ui/table'

const STATUSES = ['confirmed', 'pending', 'waiting', 'offered', 'cancelled', 'declined'] as const
const SELECTED = [1, 3]

/** A list with chosen rows and the bar of what can be done with them. */
export async function ExampleTable({ rows = ROWS.length }: { rows?: number }) {
  const [t, words] = await Promise.all([getTranslations('style'), getTranslations('desk.status')])
  const columns: Column[] = [
    { key: 'select', label: t('state.selected'), fold: 'away' },
    { key: 'name', label: t('table.name'), fold: 'title', sort: { href: '?sort=name', direction: 'ascending' } },
    { key: 'institution', label: t('table.institution'), fold: 'body', sort: { href: '?sort=institution' } },
    { key: 'status', label: t('table.status'), fold: 'aside' },
    { key: 'since', label: t('table.since'), align: 'right', fold: 'early' },
  ]
  const chosen = SELECTED.filter((index) => index < rows).length
  return (
    <>
      <Table caption={t('table.caption')} columns={columns}>
        {ROWS.slice(0, rows).map(({ name, native, lang, institution }, index) => (
          <Row key={name} selected={SELECTED.includes(index) || undefined}>
            <Cell fold="away">
              <input
                type="checkbox"
                aria-label={t('table.select', { name })}
                defaultChecked={SELECTED.includes(index)}
                {...(index === 3 && rows > 3 && { 'data-force': 'focus' })}
              />
            </Cell>
            <Cell fold="title">
              <a className="row-name" href="#main">
                {name}
              </a>
              {native && (
                <span className="row-sub" lang={lang}>
                  {native}
                </span>
              )}
            </Cell>
            <Cell fold="body">{institution}</Cell>
            <Cell fold="aside">
              <StatusMark status={STATUSES[index] ?? 'confirmed'}>{words(STATUSES[index] ?? 'confirmed')}</StatusMark>
            </Cell>
            <Cell fold="early" align="right">
              {t('log.first').replace(/,.*/, '')}
            </Cell>
          </Row>
        ))}
      </Table>
      {rows === ROWS.length && (
        <div className="selection inverse">
          <strong>{t('table.selected', { count: chosen })}</strong>
          <Button size="small">{t('table.write', { count: chosen })}</Button>
          <Button size="small" data-force="hover">
            {t('state.hover')}
          </Button>
          <Button size="small" variant="plain">
            {t('table.clear')}
          </Button>
        </div>
      )}
    </>
  )
}
