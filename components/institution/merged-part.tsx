import { getTranslations } from 'next-intl/server'
import { Section } from '#components/attendee/section'
import type { RegistryProps } from '#components/institution/registry-record'
import { UndoMerge } from '#components/institution/undo-merge'
import { Log } from '#components/ui/log'
import { shortInstant } from '#lib/format'

/** What was merged into it, each with the way to part them again. */
export async function MergedPart({ record, view, merges, locale }: RegistryProps) {
  const t = await getTranslations('registry.merged')
  if (merges.length === 0) return null
  return (
    <Section title={t('title')}>
      <Log
        entries={merges.map((merge) => ({
          key: merge.id,
          at: merge.at.toISOString(),
          when: shortInstant(merge.at, 'UTC', locale),
          text: merge.fromName,
          detail: (
            <UndoMerge record={record} from={view.from} merge={merge} word={t('undo', { name: merge.fromName })} />
          ),
        }))}
      />
    </Section>
  )
}
