import { getTranslations } from 'next-intl/server'
import type { RegistrationState } from '#components/event/registration-state'

/** The same state in words: what counts, and what to know beside it. */
export type RegistrationWords = {
  main: string
  note: string | null
  button: string | null
  short: string
  pressing: boolean
}

/** Few enough to be said in saffron. */
const FEW = 3

export async function registrationWords({
  state,
  opens,
  closes,
  places,
}: RegistrationState): Promise<RegistrationWords> {
  const t = await getTranslations('event.state')
  const until = closes ? t('closes', { time: closes }) : null
  if (state === 'not-yet') {
    const main = opens ? t('opens', { time: opens }) : t('notYet')
    return {
      main,
      note: places ? t('capacity', { capacity: places.capacity }) : null,
      button: null,
      short: main,
      pressing: false,
    }
  }
  if (state === 'closed')
    return {
      main: t('closed'),
      note: closes ? t('closedAt', { time: closes }) : null,
      button: null,
      short: t('closed'),
      pressing: false,
    }
  if (state === 'full') {
    const main = places ? t('full', { capacity: places.capacity }) : t('fullShort')
    return { main, note: until, button: t('joinWaitingList'), short: t('fullShort'), pressing: false }
  }
  if (!places) return { main: t('open'), note: until, button: t('register'), short: t('open'), pressing: false }
  const left = Math.max(0, places.capacity - places.taken - (places.held ?? 0))
  return {
    main: t('left', { left, capacity: places.capacity }),
    note: until,
    button: t('register'),
    short: t('leftShort', { left }),
    pressing: left <= FEW,
  }
}
