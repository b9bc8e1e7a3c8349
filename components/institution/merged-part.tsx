import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import type { RegistryProps } from '#components/institution/registry-record'
import { UndoMerge } from '#components/institution/undo-merge'
import { shortInstant } from '#lib/format'

/** What was merged into it, each with the way to part them again. */
export async function MergedPart({ record, view, merges, locale }: RegistryProps) {
  const t = await getTranslations('registry.merged')
  if (merges.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className="used-by">
        {merges.map((merge) => (
          <li key={merge.id}>
            <div>
              {merge.fromName}
              <time className="row-sub" dateTime={merge.at.toISOString()}>
                {shortInstant(merge.at, 'UTC', locale)}
              </time>
            </div>
            <UndoMerge
              record={record}
              from={view.from}
              merge={merge}
              word={
                <>
                  {t('undo')} <span className="sr-only">{merge.fromName}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
