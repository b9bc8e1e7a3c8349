import { getTranslations } from 'next-intl/server'
import { ListKeys } from '#components/desk/list-keys'
import { Likeness } from '#components/institution/likeness'
import { Marked } from '#components/institution/marked'
import { Button } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { SearchBox } from '#components/ui/search-box'
import { Cell, Row, Table } from '#components/ui/table'
import { usageCounts } from '#lib/attendees/queries/usage'
import type { Actor } from '#lib/auth/actor'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import { searched } from '#lib/institutions/queries/find'
import { institutionChoices } from '#lib/institutions/queries/labels'
import { type RegistryRecord, suggestionsFor } from '#lib/institutions/queries/registry'
import { institutionHref } from '#lib/institutions/schema/record'

const SHOWN = 20

type Props = {
  actor: Actor
  record: RegistryRecord
  view: { q: string; from: string }
  locale: Locale
}

/** Which institution one is merged into: the likest first, or what a search finds. */
export async function MergeChoice({ actor, record, view: { q, from }, locale }: Props) {
  const t = await getTranslations('registry')
  const rows = q ? await found(q, record.id, locale) : await suggestionsFor(actor, record.id, locale)
  const people = await usageCounts(
    actor,
    rows.map((row) => row.id),
  )
  return (
    <>
      <p className="correction-lead">{t('merge.lead', { name: record.name })}</p>
      <form className="bar" role="search" aria-label={t('merge.search')}>
        {from && <input type="hidden" name="from" value={from} />}
        <SearchBox
          name="q"
          defaultValue={q}
          label={t('merge.search')}
          placeholder={t('list.placeholder')}
          shortcut="/"
          maxLength={200}
        />
        <Button type="submit" size="small">
          {t('merge.find')}
        </Button>
      </form>
      <p role="status">{q ? t('list.found', { total: rows.length }) : t('merge.alike', { count: rows.length })}</p>
      {rows.length > 0 && (
        <Table
          caption={t('merge.search')}
          columns={[
            { key: 'name', label: t('list.name'), fold: 'title' },
            { key: 'place', label: t('list.place'), fold: 'body' },
            { key: 'people', label: t('list.people'), fold: 'aside', align: 'right' },
          ]}
        >
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell fold="title">
                <Link className="row-name" href={institutionHref(record.id, from, { into: row.id }, '/merge')}>
                  <Marked text={row.name} query={row.matched ? '' : q} />
                </Link>
                {row.matched && (
                  <span className="row-sub">
                    {t.rich('list.foundAs', { name: () => <Marked text={row.matched ?? ''} query={q} /> })}
                  </span>
                )}
                {'likeness' in row && (
                  <span className="row-sub">
                    <Likeness of={row.likeness} />
                  </span>
                )}
              </Cell>
              <Cell fold="body">{row.place}</Cell>
              <Cell fold="aside" align="right">
                {number(people.get(row.id) ?? 0, locale)}
                <span className="sr-only"> {t('list.people')}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <ListKeys />
    </>
  )
}

async function found(q: string, except: string, locale: Locale) {
  const ids = (await searched(q, 'active')).filter((id) => id !== except).slice(0, SHOWN)
  return institutionChoices(ids, locale, q)
}
