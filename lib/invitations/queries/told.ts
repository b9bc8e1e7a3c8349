import 'server-only'
import { getTranslations } from 'next-intl/server'
import { firstShowing, type SetupState, type Values } from '#lib/events/policy/form-state'

/** What is wrong with a field: a code, or one that says how many places are free. */
export type Trouble = string | { code: 'full' | 'codeFull'; free: number }

/** A form of the invitations' desk again, as typed, with what is wrong beside the fields and summed up. */
export async function returned(
  before: SetupState,
  values: Values,
  troubles: Record<string, Trouble> = {},
): Promise<SetupState> {
  const t = await getTranslations('invitations')
  const word = (trouble: Trouble) => {
    if (typeof trouble !== 'string') return t(`error.${trouble.code}`, { free: trouble.free })
    return t.has(`error.${trouble}`) ? t(`error.${trouble}` as 'error.required') : t('error.other')
  }
  const errors = Object.fromEntries(Object.entries(troubles).map(([field, trouble]) => [field, word(trouble)]))
  const lines = Object.entries(errors).map(([id, text]) => ({
    id,
    text: `${t(`field.${id}` as 'field.email')}: ${text}`,
  }))
  return {
    ...firstShowing(values),
    attempt: (Number(before.attempt) || 0) + 1,
    errors,
    summary: lines.length > 0 ? { title: t('errors', { count: lines.length }), errors: lines } : null,
  }
}
