import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import type { RegistryProps } from '#components/institution/registry-record'
import { Log } from '#components/ui/log'
import { IDENTIFIER_SCHEMES, type InstitutionStatus } from '#db/enums'
import { countryName } from '#lib/countries/policy'
import { shortInstant } from '#lib/format'

type Entry = RegistryProps['record']['history'][number]
type State = Record<string, unknown>

/** What was done to an institution, the latest first: when, what, by whom, and what was before and after. */
export async function RegistryHistory({ record, locale }: RegistryProps) {
  const [t, all, doers] = await Promise.all([
    getTranslations('registry.history'),
    getTranslations('registry'),
    getTranslations('desk.record.history'),
  ])
  return (
    <Section title={t('title')}>
      {record.history.length === 0 && <p className="record-none">{t('none')}</p>}
      <Log
        entries={record.history.map((entry) => ({
          key: entry.id,
          at: entry.at.toISOString(),
          when: shortInstant(entry.at, 'UTC', locale),
          text: deed(entry),
          detail: (
            <>
              {doer(entry)}
              {entry.verb === 'institution.edit' &&
                changes(entry).map((line) => (
                  <span key={line} className="log-detail">
                    {line}
                  </span>
                ))}
            </>
          ),
        }))}
      />
      {record.history.length > 0 && <p className="record-none">{t('zone')}</p>}
    </Section>
  )

  function deed({ verb, after, before }: Entry): string {
    if (verb === 'institution.merge') return t('institution.merge', { into: String(after.into ?? '') })
    if (verb === 'institution.unmerge') return t('institution.unmerge', { into: String(before.into ?? '') })
    return t.has(verb) ? t(verb as 'institution.add') : doers('other', { verb })
  }

  function doer({ actorKind, by }: Entry): string {
    if (actorKind === 'user') return by ? doers('byUser', { name: by }) : doers('byFormer')
    return actorKind === 'system' ? doers('bySystem') : t('byRegistrant')
  }

  /** A line a change: a fact, a name or an identifier; what was not there before was added. */
  function changes({ before, after }: { before: State; after: State }): string[] {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((field) => {
      const [was, is] = [say(field, before[field]), say(field, after[field])]
      const word = wordFor(field)
      if (is && was) return t('change', { field: word, before: was, after: is })
      return is ? t('added', { field: word, value: is }) : t('removed', { field: word, value: was })
    })
  }

  function wordFor(field: string): string {
    if (field === 'names') return t('field.names')
    if ((IDENTIFIER_SCHEMES as readonly string[]).includes(field)) return all(`scheme.${field as 'ror'}`)
    return t.has(`field.${field}`) ? t(`field.${field}` as 'field.name') : field
  }

  function say(field: string, value: unknown): string {
    if (!value) return ''
    if (field === 'names') return nameInWords(value as { name: string; kind: 'alias' })
    if (field === 'status') return all(`status.${value as InstitutionStatus}`)
    return field === 'countryCode' ? countryName(String(value), locale) : String(value)
  }

  function nameInWords({ name, kind }: { name: string; kind: 'alias' }): string {
    return t('name', { name, kind: all(`kind.${kind}`) })
  }
}
