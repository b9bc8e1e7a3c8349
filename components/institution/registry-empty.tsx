import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { type RegistryList, registryHref } from '#lib/institutions/schema/list'

/** Why nothing is listed, and what to do about it. */
export async function RegistryEmpty({ list }: { list: RegistryList }) {
  const t = await getTranslations('registry')
  const part = list.q || list.country ? 'nothing' : list.status
  const add = (
    <ButtonLink size="small" href={`/desk/institutions/new${list.q ? `?name=${encodeURIComponent(list.q)}` : ''}`}>
      {list.q ? t('empty.addThis', { name: list.q }) : t('list.add')}
    </ButtonLink>
  )
  const clear = (
    <ButtonLink size="small" href={registryHref(list, { q: '', country: undefined })}>
      {t('empty.clear')}
    </ButtonLink>
  )
  const all = (
    <ButtonLink size="small" href="/desk/institutions">
      {t('empty.all')}
    </ButtonLink>
  )
  return (
    <Empty
      seed="institutions"
      title={t(`empty.${part}.title`)}
      action={
        <>
          {part === 'nothing' ? clear : part === 'active' ? null : all}
          {(part === 'active' || (part === 'nothing' && list.status === 'active')) && add}
        </>
      }
    >
      {t(`empty.${part}.text`)}
    </Empty>
  )
}
