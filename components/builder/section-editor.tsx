import { getTranslations } from 'next-intl/server'
import { SectionForm } from '#components/builder/section-form'
import { FORM_STAGES } from '#db/enums'
import type { EditedForm, EditedSection } from '#lib/forms/policy/edited'
import { languagesOf } from '#lib/forms/policy/words'
import { LONGEST_EDIT } from '#lib/forms/schema/edit'
import { outlineHref } from '#lib/forms/schema/outline'
import type { Locale } from '#lib/i18n/locales'

/** The form of a section with all its words; without a section, of a new one. */
export async function SectionEditor({
  slug,
  form,
  section,
  locale,
}: {
  slug: string
  form: EditedForm
  section: EditedSection | null
  locale: Locale
}) {
  const t = await getTranslations('builder')
  const texts = (name: string, words: Record<string, string> = {}) =>
    Object.entries(words).map(([code, text]) => [`${name}.${code}`, text])
  return (
    <SectionForm
      slug={slug}
      id={section?.id ?? ''}
      values={{
        stage: section?.stage ?? 'registration',
        ...Object.fromEntries([...texts('title', section?.title), ...texts('help', section?.help)]),
      }}
      languages={languagesOf(form, locale)}
      stages={FORM_STAGES.map((value) => ({
        value,
        label: t(`outline.stage.${value}.title`),
        hint: t(`outline.stage.${value}.text`),
      }))}
      words={t.raw('section')}
      limits={LONGEST_EDIT}
      back={outlineHref(slug)}
    />
  )
}
