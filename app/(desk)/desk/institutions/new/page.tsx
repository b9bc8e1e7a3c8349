import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { EditForm } from '#components/institution/edit-form'
import { factFields } from '#components/institution/fact-fields'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { addInstitution } from '#lib/institutions/actions/edit'
import { LIMITS } from '#lib/institutions/schema/edit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registry.new'))('title') }
}

/** Adds an institution that no register brought; names and identifiers follow on its own page. */
export default async function NewInstitutionPage({ searchParams }: { searchParams: Promise<{ name?: string }> }) {
  const { actor, person } = await signedIn()
  if (!person.admin && person.events.length === 0) notFound()
  const [locale, { name = '' }, t] = await Promise.all([readerLocale(), searchParams, getTranslations('registry')])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="institutions">
      <div className="correction">
        <Breadcrumb
          label={t('record.way')}
          parts={[{ label: t('list.title'), href: '/desk/institutions' }, { label: t('new.title') }]}
        />
        <h1>{t('new.title')}</h1>
        <p className="correction-lead">{t('new.lead')}</p>
        <EditForm
          action={addInstitution}
          fields={await factFields(locale, { name: String(name).slice(0, LIMITS.name), city: '', countryCode: '' })}
          hidden={{}}
          words={{ save: t('new.save'), saving: t('form.saving'), back: t('form.back'), anyway: t('new.anyway') }}
          back="/desk/institutions"
        />
      </div>
    </DeskPage>
  )
}
