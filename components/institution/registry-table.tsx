import { getTranslations } from 'next-intl/server'
import { isAlmostSame, Likeness } from '#components/institution/likeness'
import { Marked } from '#components/institution/marked'
import { Link } from '#components/ui/link'
import { Cell, type Column, Row, Table } from '#components/ui/table'
import { number } from '#lib/format'
import type { Locale } from '#lib/i18n/locales'
import type { InstitutionChoice } from '#lib/institutions/queries/labels'
import type { suggestionsFor } from '#lib/institutions/queries/registry'
import type { RegistryList } from '#lib/institutions/schema/list'
import { institutionHref, queryOf } from '#lib/institutions/schema/record'

type Suggestion = Awaited<ReturnType<typeof suggestionsFor>>[number]

/** A page of the registry. What was proposed has beside it what it may be, with the way to merge the two. */
export async function RegistryTable({
  list,
  rows,
  people,
  best,
  caption,
  locale,
}: {
  list: RegistryList
  rows: InstitutionChoice[]
  /** How many come from each, by id. */
  people: Map<string, number>
  /** The likest of the registry, by id; of what was proposed alone. */
  best: Map<string, Suggestion>
  caption: string
  locale: Locale
}) {
  const t = await getTranslations('registry')
  const from = queryOf(list)
  const proposed = list.status === 'proposed'
  const columns: Column[] = [
    { key: 'name', label: t('list.name'), fold: 'title' },
    { key: 'place', label: t('list.place'), fold: 'body' },
    ...(proposed ? [{ key: 'mayBe', label: t('list.mayBe'), fold: 'body' as const }] : []),
    { key: 'people', label: t('list.people'), fold: 'aside', align: 'right' },
  ]
  return (
    <Table caption={caption} columns={columns}>
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell fold="title">
            <Link className="row-name" href={institutionHref(row.id, from)}>
              <Marked text={row.name} query={row.matched ? '' : list.q} />
            </Link>
            {row.matched && (
              <span className="row-sub">
                {t.rich('list.foundAs', { name: () => <Marked text={row.matched ?? ''} query={list.q} /> })}
              </span>
            )}
          </Cell>
          <Cell fold="body">
            <span className="row-place">{row.place}</span>
          </Cell>
          {proposed && <Cell fold="body">{mayBe(row)}</Cell>}
          <Cell fold="aside" align="right">
            <span className={people.get(row.id) ? undefined : 'record-none'}>
              {number(people.get(row.id) ?? 0, locale)}
              <span className="sr-only"> {t('list.people')}</span>
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  )

  /** A like name in another country is hardly the same institution. */
  function mayBe({ id, countryCode }: InstitutionChoice) {
    const one = best.get(id)
    if (!one || (one.countryCode !== countryCode && !isAlmostSame(one.likeness)))
      return <span className="record-none">{t('list.nothingAlike')}</span>
    return (
      <>
        <Link href={institutionHref(id, from, { into: one.id }, '/merge')}>
          {t('list.mergeInto', { name: one.name })}
        </Link>
        <span className="row-sub">
          {one.place && `${one.place} · `}
          <Likeness of={one.likeness} />
        </span>
      </>
    )
  }
}
