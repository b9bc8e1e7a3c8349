import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Checkbox } from '#components/ui/checkbox'
import { RadioGroup } from '#components/ui/radio-group'

export async function ChoiceStates() {
  const t = await getTranslations('style')
  const options = [
    { value: 'faculty', label: t('choice.faculty') },
    { value: 'researcher', label: t('choice.researcher') },
    { value: 'office', label: t('choice.office'), hint: t('choice.officeHint') },
  ]
  return (
    <Part title={t('part.choices')}>
      <div className="style-fields">
        <RadioGroup name="group" label={t('choice.group')} options={options} value="researcher" />
        <RadioGroup
          name="group-wrong"
          label={t('choice.group')}
          options={options.slice(0, 2)}
          error={t('choice.groupError')}
        />
        <div className="style-column">
          <Checkbox name="consent" label={t('choice.consent')} hint={t('choice.consentHint')} />
          <Checkbox name="listed" label={t('choice.listed')} checked />
        </div>
        <div className="style-column">
          <Checkbox name="consent-wrong" label={t('choice.consent')} error={t('choice.consentError')} />
          <div className="choices">
            <label className="choice" data-force="hover">
              <input type="checkbox" />
              <span>{t('choice.pointer')}</span>
            </label>
            <label className="choice">
              <input type="checkbox" data-force="focus" defaultChecked />
              <span>{t('choice.focus')}</span>
            </label>
            <label className="choice">
              <input type="checkbox" disabled />
              <span>{t('state.disabled')}</span>
            </label>
          </div>
        </div>
      </div>
    </Part>
  )
}
