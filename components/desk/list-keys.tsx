import { getTranslations } from 'next-intl/server'
import { KeyDialog } from '#components/desk/key-dialog'

/** The keys of a list: a button that tells them, and the listening itself. */
export async function ListKeys({ ticks = false, search = true }: { ticks?: boolean; search?: boolean }) {
  const t = await getTranslations('desk.keys')
  return (
    <KeyDialog
      open={t('open')}
      title={t('title')}
      close={t('close')}
      keys={[
        ...(search ? [{ keys: ['/'], text: t('search') }] : []),
        { keys: ['↑', '↓'], or: ['k', 'j'], text: t('move') },
        { keys: ['Home', 'End'], text: t('first') },
        { keys: ['Enter'], text: t('openRow') },
        ...(ticks ? [{ keys: ['x'], or: [t('space')], text: t('tick') }] : []),
        { keys: ['?'], text: t('help') },
      ]}
      toggle={{ label: t('switch'), hint: t('switchHint') }}
    />
  )
}
