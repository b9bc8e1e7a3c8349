import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '#components/desk/desk-page'
import { DeskHead } from '#components/frame/desk-head'
import { ButtonStates } from '#components/style/buttons'
import { ChoiceStates } from '#components/style/choices'
import { Cloths } from '#components/style/cloths'
import { DialogStates } from '#components/style/dialogs'
import { FieldStates } from '#components/style/fields'
import { ListStates } from '#components/style/lists'
import { MarkStates } from '#components/style/marks'
import { MessageStates, ToastStates } from '#components/style/messages'
import { Contrast, Palette } from '#components/style/palette'
import { PageStates, PendingStates } from '#components/style/pending'
import { TextStates } from '#components/style/texts'
import { TypeScale } from '#components/style/type-scale'
import { signedIn } from '#lib/auth/session'
import { readerLocale } from '#lib/i18n/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('style'))('title'), robots: { index: false } }
}

/** Every primitive in every state, for administrators; what screenshots are checked on. */
export default async function StylePage({ searchParams }: { searchParams: Promise<{ toast?: string }> }) {
  const { actor, person } = await signedIn()
  if (!person.admin) notFound()
  const [locale, t, { toast }] = await Promise.all([readerLocale(), getTranslations('style'), searchParams])
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} current="style">
      <DeskHead title={t('title')} />
      <div className="desk-body style-sheet">
        <p className="style-note">{t('lead')}</p>
        <TypeScale />
        <Palette />
        <Contrast />
        <Cloths />
        <ButtonStates />
        <FieldStates />
        <ChoiceStates />
        <MessageStates />
        <MarkStates />
        <ListStates />
        <TextStates />
        <DialogStates />
        <ToastStates shown={toast !== undefined} />
        <PendingStates />
        <PageStates />
      </div>
    </DeskPage>
  )
}
