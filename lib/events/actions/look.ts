'use server'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#lib/auth/session'
import { COVER_MB, type Dress, dressEvent } from '#lib/events/mutations/dress'
import { deskEvent } from '#lib/events/queries/event'
import { savedHref } from '#lib/events/schema/edit/saved'
import { readerLocale } from '#lib/i18n/locale'

export type LookState = {
  /** How often the form came back; 0 is the first showing. */
  attempt: number
  accent: string
  error: string
}

/** Saves the cover that was sent. */
export async function saveCover(before: LookState, form: FormData): Promise<LookState> {
  const sent = form.get('cover')
  const file = sent instanceof File ? sent : new File([], '')
  const bytes = Buffer.from(await file.arrayBuffer())
  return dress(before, form, { cover: { name: file.name, bytes } })
}

/** Goes back to the drawn cover. */
export async function removeCover(form: FormData): Promise<void> {
  await dress({ attempt: 0, accent: '', error: '' }, form, { cover: null })
}

/** Saves the accent; an empty one goes back to Serai's. */
export async function saveAccent(before: LookState, form: FormData): Promise<LookState> {
  return dress(before, form, { accent: String(form.get('accent') ?? '').trim() })
}

async function dress(before: LookState, form: FormData, change: Dress): Promise<LookState> {
  const { actor } = await signedIn()
  const event = await deskEvent(actor, String(form.get('slug') ?? ''), await readerLocale())
  if (!event?.mayDecide) notFound()
  const result = await dressEvent(actor, event.id, change)
  if (result.ok) redirect(savedHref(event.slug, 'look', result.value.changed))
  if (result.reason === 'not-found') notFound()
  const t = await getTranslations('setup.look.error')
  return {
    attempt: (Number(before.attempt) || 0) + 1,
    accent: change.accent ?? '',
    error: t(result.reason, { limit: COVER_MB }),
  }
}
