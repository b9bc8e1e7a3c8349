import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { RegistryHead } from '#components/institution/registry-head'
import { RegistryRecordView } from '#components/institution/registry-record'
import { StatusActs } from '#components/institution/status-acts'
import { Suggestions } from '#components/institution/suggestions'
import { MergeToast } from '#components/institution/undo-merge'
import { mergesInto, usageCounts, usageOf } from '#lib/attendees/queries/usage'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'
import { registryRecord, suggestionsFor } from '#lib/institutions/queries/registry'
import { institutionHref, registryView } from '#lib/institutions/schema/record'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const { record } = await load((await params).id)
  return { title: (await getTranslations('registry.record'))('pageTitle', { name: record.name }) }
}

/** One institution of the registry. One that was merged is shown as the one that stands for it. */
export default async function InstitutionPage({ params, searchParams }: Props) {
  const { actor, person, locale, record } = await load((await params).id)
  const view = registryView.parse(await searchParams)
  if (record.mergedIntoId) redirect(institutionHref(record.mergedIntoId, view.from, { was: record.id }))
  const [usage, merges, suggestions] = await Promise.all([
    usageOf(actor, record.id, locale),
    mergesInto(actor, record.id),
    record.status === 'proposed' ? suggestionsFor(actor, record.id, locale) : [],
  ])
  const people = await usageCounts(
    actor,
    suggestions.map((one) => one.id),
  )
  const shown = { record, view, usage, merges, suggestions, people, locale }
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="institutions">
      <RegistryHead {...shown}>
        {record.status === 'proposed' && <Suggestions {...shown} admin={person.admin} />}
        <StatusActs {...shown} />
      </RegistryHead>
      <RegistryRecordView {...shown} />
      <MergeToast {...shown} />
    </DeskPage>
  )
}

async function load(id: string) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const record = await registryRecord(actor, id, locale)
  if (!record) notFound()
  return { actor, person, locale, record }
}
