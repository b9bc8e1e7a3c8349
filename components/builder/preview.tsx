import { getTranslations } from 'next-intl/server'
import { askedOf } from '#components/form/asked-of'
import { Questions } from '#components/form/questions'
import { Enhance } from '#components/ui/enhance'
import { FORM_STAGES } from '#db/enums'
import type { Locale } from '#lib/i18n/locales'

type Where = { id: string; defaultLocale: string; timeZone: string }

/** The form as a participant of a type sees it, both stages in one, so that conditions work across. Nothing is sent. */
export async function Preview({ event, typeId, locale }: { event: Where; typeId: string; locale: Locale }) {
  const t = await getTranslations('builder.preview')
  const asked = await askedOf(event, FORM_STAGES, { locale, now: new Date() })
  const sections = asked.sections
    .map((section) => ({
      ...section,
      questions: section.questions.filter(({ typeIds }) => typeIds.length === 0 || typeIds.includes(typeId)),
    }))
    .filter((section) => section.questions.length > 0)
  return (
    <>
      <Enhance />
      {/* The method that sends nothing, not even on Enter. */}
      <form method="dialog" className="form builder-preview" noValidate>
        <Questions {...asked} sections={sections} typeId={typeId} typed={{}} errors={{}} />
        {sections.length === 0 && <p className="builder-none">{t('none')}</p>}
      </form>
    </>
  )
}
