import { getTranslations } from 'next-intl/server'
import { EditForm } from '#components/institution/edit-form'
import { InstitutionAct } from '#components/institution/institution-act'
import type { RegistryProps } from '#components/institution/registry-record'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { INSTITUTION_NAME_KINDS } from '#db/enums'
import { removeName } from '#lib/institutions/actions/decide'
import { saveName } from '#lib/institutions/actions/edit'
import { LIMITS } from '#lib/institutions/schema/edit'
import { institutionHref } from '#lib/institutions/schema/record'

/** Languages that names are known to be in; any other that stands in the record is added. */
const LANGUAGES =
  'en ru ky kk uz uz-Cyrl tg tk kaa ug tt az tr fa ar zh mn uk be hy ka de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr bs mk bg ro hu el sq mt ga ca eu gl is he hi ur ja ko vi id'.split(
    ' ',
  )

type Props = Pick<RegistryProps, 'record' | 'view' | 'locale'> & { name?: RegistryProps['record']['names'][number] }

/** The form of a name, with the way to take it away; without `name`, of a new one. */
export async function NameForm({ record, view, locale, name }: Props) {
  const [t, desk] = await Promise.all([getTranslations('registry'), getTranslations('desk')])
  const words = new Intl.DisplayNames(locale, { type: 'language' })
  const order = new Intl.Collator(locale)
  const subject = { id: record.id, from: view.from }
  const own = name ? { ...subject, nameId: name.id, owner: name.institutionId } : subject
  const languages = [...new Set(name?.language ? [...LANGUAGES, name.language] : LANGUAGES)]
    .map((value) => ({ value, label: words.of(value) ?? value }))
    .sort((a, b) => order.compare(a.label, b.label))
  return (
    <>
      <EditForm
        key={name?.id ?? 'new'}
        action={saveName}
        fields={[
          { name: 'name', label: t('names.name'), value: name?.name ?? '', maxLength: LIMITS.name },
          {
            name: 'language',
            label: t('names.language'),
            value: name?.language ?? '',
            options: languages,
            placeholder: t('names.noLanguage'),
            optional: desk('optional'),
          },
          {
            name: 'kind',
            label: t('names.kind'),
            value: name?.kind ?? 'alias',
            options: INSTITUTION_NAME_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
        hidden={own}
        words={{ save: t('form.save'), saving: t('form.saving'), back: t('form.back') }}
        back={institutionHref(record.id, view.from)}
      />
      {name && (
        <Confirm
          size="small"
          trigger={t('names.remove')}
          title={t('names.removeQuestion', { name: name.name })}
          keep={t('act.keep')}
          action={
            <InstitutionAct action={removeName} fields={own}>
              <SubmitButton variant="destroy" size="small" pending={desk('working')}>
                {t('names.removeConfirm')}
              </SubmitButton>
            </InstitutionAct>
          }
        >
          {t('names.removeText')}
        </Confirm>
      )}
    </>
  )
}
