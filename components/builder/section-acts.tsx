import { getTranslations } from 'next-intl/server'
import { Confirm } from '#components/ui/confirm'
import { SubmitButton } from '#components/ui/submit-button'
import { remove } from '#lib/forms/actions/outline'
import type { EditedSection } from '#lib/forms/policy/edited'

/** Away with a section and its questions; it can be brought back. */
export async function SectionActs({ slug, section, name }: { slug: string; section: EditedSection; name: string }) {
  const t = await getTranslations('builder.acts')
  if (section.archived) return null
  return (
    <div className="builder-acts">
      <Confirm
        size="small"
        trigger={t('removeSection')}
        title={t('removeTitle', { name })}
        keep={t('keep')}
        action={
          <form action={remove}>
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="id" value={section.id} />
            <input type="hidden" name="what" value="section" />
            <SubmitButton variant="destroy" size="small" pending={t('working')}>
              {t('removeSectionNow')}
            </SubmitButton>
          </form>
        }
      >
        <p>{t('removeSectionText', { count: section.questions.filter((one) => !one.archived).length })}</p>
      </Confirm>
    </div>
  )
}
