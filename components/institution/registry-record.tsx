import type { ReactNode } from 'react'
import { FactsPart } from '#components/institution/facts-part'
import { IdentifiersPart } from '#components/institution/identifiers-part'
import { MergedPart } from '#components/institution/merged-part'
import { NamesPart } from '#components/institution/names-part'
import { RegistryHistory } from '#components/institution/registry-history'
import { UsagePart } from '#components/institution/usage-part'
import type { mergesInto, usageOf } from '#lib/attendees/queries/usage'
import type { Locale } from '#lib/i18n/locales'
import type { RegistryRecord } from '#lib/institutions/queries/registry'
import type { RegistryView } from '#lib/institutions/schema/record'

export type RegistryProps = {
  record: RegistryRecord
  view: RegistryView
  usage: Awaited<ReturnType<typeof usageOf>>
  merges: Awaited<ReturnType<typeof mergesInto>>
  locale: Locale
}

/** All that is known of an institution: what it is on the left, who uses it and what happened on the right. */
export function RegistryRecordView(props: RegistryProps): ReactNode {
  return (
    <div className="record registry-record">
      <div>
        <FactsPart {...props} />
        <NamesPart {...props} />
        <IdentifiersPart {...props} />
      </div>
      <div>
        <UsagePart {...props} />
        <MergedPart {...props} />
        <RegistryHistory {...props} />
      </div>
    </div>
  )
}
