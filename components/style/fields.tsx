import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { PERSON } from '#components/style/sample'
import { Field } from '#components/ui/field'
import { SearchBox } from '#components/ui/search-box'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'

export async function FieldStates() {
  const t = await getTranslations('style')
  const options = (['faculty', 'researcher', 'office'] as const).map((value) => ({
    value,
    label: t(`choice.${value}`),
  }))
  return (
    <Part title={t('part.fields')}>
      <div className="style-fields">
        <Field name="empty" label={t('field.empty')}>
          {(control) => <TextInput {...control} />}
        </Field>
        <Field name="filled" label={t('field.filled')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.given} />}
        </Field>
        <Field name="maybe" label={t('field.maybe')} optional={t('field.optional')}>
          {(control) => <TextInput {...control} data-force="hover" />}
        </Field>
        <Field name="focus" label={t('field.focus')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.family} data-force="focus" />}
        </Field>
        <Field name="help" label={t('field.help')} hint={t('field.helpText')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.family} />}
        </Field>
        <Field name="wrong" label={t('field.error')} error={t('field.errorText')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.email} />}
        </Field>
        <Field name="disabled" label={t('field.disabled')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.phone} disabled />}
        </Field>
        <Field name="readonly" label={t('field.readOnly')}>
          {(control) => <TextInput {...control} defaultValue={PERSON.phone} readOnly />}
        </Field>
        <Field name="select" label={t('field.select')}>
          {(control) => <Select {...control} options={options} placeholder={t('field.selectHint')} />}
        </Field>
        <Field name="select-off" label={t('field.disabled')}>
          {(control) => <Select {...control} options={options} disabled />}
        </Field>
        <Field name="area" label={t('field.area')}>
          {(control) => <Textarea {...control} defaultValue={t('field.sample')} />}
        </Field>
        <div className="style-column">
          <Field small name="small" label={t('field.small')}>
            {(control) => <TextInput {...control} defaultValue={PERSON.given} />}
          </Field>
          <SearchBox label={t('field.search')} placeholder={t('field.search')} shortcut="/" />
        </div>
      </div>
    </Part>
  )
}
