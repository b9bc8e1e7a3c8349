import { getTranslations } from 'next-intl/server'
import { Confirm } from '#components/ui/confirm'
import { Field } from '#components/ui/field'
import { Select } from '#components/ui/select'
import { SubmitButton } from '#components/ui/submit-button'
import { moveInto, remove, restore } from '#lib/forms/actions/outline'
import { type EditedForm, type EditedQuestion, liveSections, wordIn } from '#lib/forms/policy/edited'
import type { Locale } from '#lib/i18n/locales'

/** What else can be done with a question: another section, and away with it or back. */
export async function QuestionActs({
  slug,
  form,
  question,
  locale,
}: {
  slug: string
  form: EditedForm
  question: EditedQuestion
  locale: Locale
}) {
  const t = await getTranslations('builder.acts')
  const name = wordIn(question.label, locale, form)
  const sections = liveSections(form).map((one) => ({ value: one.id, label: wordIn(one.title, locale, form) }))
  const subject = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={question.id} />
      <input type="hidden" name="what" value="question" />
    </>
  )
  if (question.archived)
    return (
      <form action={restore}>
        {subject}
        <SubmitButton variant="normal" size="small" pending={t('working')}>
          {t('restore')}
        </SubmitButton>
      </form>
    )
  return (
    <div className="builder-acts">
      {sections.length > 1 && (
        <form action={moveInto}>
          {subject}
          <Field name="section" label={t('section')} small>
            {(control) => <Select {...control} options={sections} defaultValue={question.sectionId} />}
          </Field>
          <SubmitButton variant="normal" size="small" pending={t('working')}>
            {t('moveInto')}
          </SubmitButton>
        </form>
      )}
      <Confirm
        size="small"
        trigger={t('remove')}
        title={t('removeTitle', { name })}
        keep={t('keep')}
        action={
          <form action={remove}>
            {subject}
            <SubmitButton variant="destroy" size="small" pending={t('working')}>
              {t('removeNow')}
            </SubmitButton>
          </form>
        }
      >
        <p>{t('removeText', { count: question.answered })}</p>
      </Confirm>
    </div>
  )
}
