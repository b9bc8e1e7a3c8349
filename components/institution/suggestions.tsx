import { getTranslations } from 'next-intl/server'
import { isAlmostSame, Likeness } from '#components/institution/likeness'
import { MergeAct } from '#components/institution/merge-act'
import type { RegistryProps } from '#components/institution/registry-record'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import type { suggestionsFor } from '#lib/institutions/queries/registry'
import { institutionHref } from '#lib/institutions/schema/record'

type Props = Pick<RegistryProps, 'record' | 'view' | 'usage'> & {
  suggestions: Awaited<ReturnType<typeof suggestionsFor>>
  /** How many come from each suggestion, by id. */
  people: Map<string, number>
  /** Whether the reader administers the instance, and so may move people of every event. */
  admin: boolean
}

/** Those much less alike than the likest only distract from it. */
const FALLS_BEHIND = 0.25

/** What a proposed institution may be: the likest of the registry, each with the way to merge into it. */
export async function Suggestions({ record, view, usage, suggestions, people, admin }: Props) {
  const t = await getTranslations('registry.suggestions')
  const best = suggestions[0]?.likeness ?? 0
  const barred = usage.elsewhere > 0 && !admin
  const shown = suggestions.filter((one) => one.likeness > best - FALLS_BEHIND)
  return (
    <Notice title={t('title')}>
      <p>{t(shown.length > 0 ? 'text' : 'none')}</p>
      {barred && <p>{t('barred')}</p>}
      {shown.length > 0 && (
        <ol className="suggested">
          {shown.map((one, index) => (
            <li key={one.id}>
              <div>
                <Link href={institutionHref(one.id, view.from)}>{one.name}</Link>
                <p>
                  {one.place && `${one.place} · `}
                  <Likeness of={one.likeness} />
                  {' · '}
                  {t('people', { count: people.get(one.id) ?? 0 })}
                </p>
              </div>
              {!barred && (
                <MergeAct
                  record={record}
                  usage={usage}
                  from={view.from}
                  into={one}
                  trigger={t('merge')}
                  variant={index === 0 && isAlmostSame(one.likeness) ? 'primary' : 'normal'}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </Notice>
  )
}
