import { getTranslations } from 'next-intl/server'
import type { RegistryProps } from '#components/institution/registry-record'
import { Facts } from '#components/ui/facts'
import { Link } from '#components/ui/link'
import { institutionHref } from '#lib/institutions/schema/record'

/** How many names or identifiers are told. */
const SHOWN = 6

/** One of two institutions that are compared. */
export async function Side({ title, record, usage }: Pick<RegistryProps, 'record' | 'usage'> & { title: string }) {
  const t = await getTranslations('registry')
  const list = (lines: string[]) => (
    <ul>
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > SHOWN && <li className="record-none">{t('side.more', { count: lines.length - SHOWN })}</li>}
    </ul>
  )
  const identifiers = record.identifiers.map(({ scheme, value }) => `${t(`scheme.${scheme}`)}: ${value}`)
  return (
    <section className="side">
      <p>{title}</p>
      <h2>
        <Link href={institutionHref(record.id, '')}>{record.name}</Link>
      </h2>
      <Facts
        layout="rows"
        facts={[
          { term: t('list.place'), value: record.place || t('record.noPlace') },
          { term: t('side.status'), value: t(`status.${record.status}`) },
          { term: t('side.people'), value: t('usage.people', { count: usage.total }) },
          { term: t('names.title'), value: list([...new Set(record.names.map(({ name }) => name))]) },
          { term: t('identifiers.title'), value: identifiers.length > 0 ? list(identifiers) : '' },
        ]}
      />
    </section>
  )
}
