import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import { EditForm } from '#components/institution/edit-form'
import { InstitutionAct } from '#components/institution/institution-act'
import { PartOutcome } from '#components/institution/part-outcome'
import type { RegistryProps } from '#components/institution/registry-record'
import { ButtonLink } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { Cell, Row, Table } from '#components/ui/table'
import { IDENTIFIER_SCHEMES, type IdentifierScheme } from '#db/enums'
import { removeIdentifier } from '#lib/institutions/actions/decide'
import { saveIdentifier } from '#lib/institutions/actions/edit'
import { LIMITS } from '#lib/institutions/schema/edit'
import { institutionHref } from '#lib/institutions/schema/record'

/** How an identifier of each scheme looks. */
const EXAMPLES: Record<IdentifierScheme, string> = {
  ror: '026t9hg14',
  oid: 'E10112233',
  pic: '999987654',
  erasmus: 'D  BERLIN01',
  schac: 'uni-example.edu',
  domain: 'uni-example.edu',
}

/** Under which identifiers other registers know it, with the form that adds one. */
export async function IdentifiersPart({ record, view }: RegistryProps) {
  const [t, desk] = await Promise.all([getTranslations('registry'), getTranslations('desk')])
  const subject = { id: record.id, from: view.from }
  const here = institutionHref(record.id, view.from)
  return (
    <Section title={t('identifiers.title')}>
      <PartOutcome part="identifiers" record={record} view={view} />
      {record.identifiers.length === 0 && view.edit !== 'identifier' && (
        <p className="record-none">{t('identifiers.none')}</p>
      )}
      {record.identifiers.length > 0 && (
        <Table
          caption={t('identifiers.caption', { name: record.name })}
          columns={[
            { key: 'scheme', label: t('identifiers.scheme'), fold: 'body' },
            { key: 'value', label: t('identifiers.value'), fold: 'title' },
            { key: 'source', label: t('names.source'), fold: 'away' },
            { key: 'act', label: t('names.act'), fold: 'aside', align: 'right' },
          ]}
        >
          {record.identifiers.map(({ id, institutionId, scheme, value, source, url }) => (
            <Row key={id}>
              <Cell fold="body">{t(`scheme.${scheme}`)}</Cell>
              <Cell fold="title">
                {url ? (
                  <a href={url} rel="noreferrer">
                    {value}
                  </a>
                ) : (
                  <span className="whitespace-pre-wrap">{value}</span>
                )}
              </Cell>
              <Cell fold="away">{t(`source.${source}`)}</Cell>
              <Cell fold="aside" align="right">
                <Confirm
                  size="small"
                  variant="plain"
                  trigger={
                    <>
                      {t('identifiers.remove')} <span className="sr-only">{value}</span>
                    </>
                  }
                  title={t('identifiers.removeQuestion', { scheme: t(`scheme.${scheme}`), value })}
                  keep={t('act.keep')}
                  action={
                    <InstitutionAct
                      action={removeIdentifier}
                      fields={{ ...subject, owner: institutionId, identifierId: id }}
                    >
                      <SubmitButton variant="destroy" size="small" pending={desk('working')}>
                        {t('identifiers.removeConfirm')}
                      </SubmitButton>
                    </InstitutionAct>
                  }
                >
                  {t('identifiers.removeText')}
                </Confirm>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {view.edit === 'identifier' ? (
        <EditForm
          key="identifier"
          action={saveIdentifier}
          fields={[
            {
              name: 'scheme',
              label: t('identifiers.scheme'),
              value: '',
              placeholder: t('identifiers.choose'),
              options: IDENTIFIER_SCHEMES.map((scheme) => ({
                value: scheme,
                label: t('identifiers.option', { scheme: t(`scheme.${scheme}`), example: EXAMPLES[scheme] }),
              })),
            },
            {
              name: 'value',
              label: t('identifiers.value'),
              hint: t('identifiers.hint'),
              value: '',
              maxLength: LIMITS.identifier,
            },
          ]}
          hidden={subject}
          words={{ save: t('identifiers.save'), saving: t('form.saving'), back: t('form.back') }}
          back={here}
        />
      ) : (
        <div className="part-acts">
          <ButtonLink size="small" href={institutionHref(record.id, view.from, { edit: 'identifier' })}>
            {t('identifiers.add')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}
