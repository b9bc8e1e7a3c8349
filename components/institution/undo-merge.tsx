import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { InstitutionAct } from '#components/institution/institution-act'
import type { RegistryProps } from '#components/institution/registry-record'
import { SubmitButton } from '#components/ui/submit-button'
import { Toast } from '#components/ui/toast'
import { undo } from '#lib/attendees/actions/merge'

/** Parts two merged institutions, in one press: nothing is lost by it. */
export async function UndoMerge({
  record,
  from,
  merge,
  word,
}: Pick<RegistryProps, 'record'> & { from: string; merge: { id: string; fromId: string }; word: ReactNode }) {
  const desk = await getTranslations('desk')
  return (
    <InstitutionAct action={undo} fields={{ id: record.id, from, merge: merge.id, fromId: merge.fromId }}>
      <SubmitButton size="small" variant="normal" pending={desk('working')}>
        {word}
      </SubmitButton>
    </InstitutionAct>
  )
}

/** What a merge has just moved, over the page, with the way back. Nothing once it is undone. */
export async function MergeToast({ record, view, merges }: Pick<RegistryProps, 'record' | 'view' | 'merges'>) {
  const t = await getTranslations('registry.merged')
  const merge = view.did === 'merge' ? merges.find(({ id }) => id === view.merge) : undefined
  if (!merge) return null
  return (
    <Toast
      key={merge.id}
      dismiss={t('dismiss')}
      action={<UndoMerge record={record} from={view.from} merge={merge} word={t('undoShort')} />}
    >
      {t('moved', { count: view.moved })}
      {view.promoted > 0 && ` ${t('promoted', { count: view.promoted })}`}
    </Toast>
  )
}
