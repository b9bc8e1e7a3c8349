import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import { NameForm } from '#components/institution/name-form'
import { PartOutcome } from '#components/institution/part-outcome'
import type { RegistryProps } from '#components/institution/registry-record'
import { ButtonLink } from '#components/ui/button'
import { Link } from '#components/ui/link'
import { Cell, Row, Table } from '#components/ui/table'
import { languageName } from '#lib/i18n/languages'
import { institutionHref } from '#lib/institutions/schema/record'

/** Every name by which it is called and found, those of the merged ones too. One of them may be a form. */
export async function NamesPart({ record, view, merges, locale }: RegistryProps) {
  const t = await getTranslations('registry')
  const columns = [
    { key: 'name', label: t('names.name'), fold: 'title' as const },
    { key: 'language', label: t('names.language'), fold: 'body' as const },
    { key: 'kind', label: t('names.kind'), fold: 'body' as const },
    { key: 'source', label: t('names.source'), fold: 'away' as const },
    { key: 'act', label: t('names.act'), fold: 'aside' as const, align: 'right' as const },
  ]
  return (
    <Section title={t('names.title')}>
      <PartOutcome part="names" record={record} view={view} />
      <Table caption={t('names.caption', { name: record.name })} columns={columns}>
        {record.names.map((name) =>
          name.id === view.edit ? (
            <FormRow key={name.id} columns={columns.length}>
              <NameForm record={record} view={view} locale={locale} name={name} />
            </FormRow>
          ) : (
            <Row key={name.id}>
              <Cell fold="title">
                <span lang={name.language ?? undefined}>{name.name}</span>
                {name.name === record.mainName && <span className="row-sub">{t('names.main')}</span>}
                {name.institutionId !== record.id && (
                  <span className="row-sub">{t('names.from', { name: origin(name) })}</span>
                )}
              </Cell>
              <Cell fold="body">{name.language && languageName(name.language, locale)}</Cell>
              <Cell fold="body">{t(`kind.${name.kind}`)}</Cell>
              <Cell fold="away">{t(`source.${name.source}`)}</Cell>
              <Cell fold="aside" align="right">
                <Link
                  href={institutionHref(record.id, view.from, { edit: name.id })}
                  aria-label={t('names.editOne', { name: name.name })}
                >
                  {t('names.edit')}
                </Link>
              </Cell>
            </Row>
          ),
        )}
        {view.edit === 'name' && (
          <FormRow columns={columns.length}>
            <NameForm record={record} view={view} locale={locale} />
          </FormRow>
        )}
      </Table>
      {view.edit !== 'name' && (
        <div className="part-acts">
          <ButtonLink size="small" href={institutionHref(record.id, view.from, { edit: 'name' })}>
            {t('names.add')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )

  function origin({ institutionId, name }: (typeof record.names)[number]): string {
    return merges.find((merge) => merge.fromId === institutionId)?.fromName ?? name
  }
}

function FormRow({ columns, children }: { columns: number; children: React.ReactNode }) {
  return (
    <tr role="row" className="form-row">
      <td role="cell" colSpan={columns}>
        {children}
      </td>
    </tr>
  )
}
