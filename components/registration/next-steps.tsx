import { getTranslations } from 'next-intl/server'
import type { OwnState } from '#components/registration/own-words'
import { Steps } from '#components/ui/steps'
import { hoursOf } from '#lib/events/policy/hours'
import { clock, days } from '#lib/format'
import { spellCode } from '#lib/ids'

/** What comes next for somebody with a seat, and how the list moves for somebody who waits. */
export async function NextSteps({ record, event, locale }: OwnState) {
  const t = await getTranslations('registration.own')
  const from = hoursOf(event)?.from
  const day = days(event.startsOn, event.startsOn, locale)
  if (record.status === 'confirmed')
    return (
      <section>
        <h2>{t('next.title')}</h2>
        <Steps
          steps={[
            { title: t('next.keep'), text: t('next.keepText') },
            {
              title: from
                ? t('next.comeAt', { day, time: clock(from, event.timeZone, locale) })
                : t('next.come', { day }),
              text: t('next.comeText', { code: spellCode(record.code) }),
            },
            { title: t('next.cannot'), text: t('next.cannotText') },
          ]}
        />
      </section>
    )
  if (record.status !== 'waiting' || !record.wait || record.wait.heldById) return null
  return (
    <section>
      <h2>{t('list.title')}</h2>
      <Steps
        steps={[
          { title: t('list.free'), text: t('list.freeText') },
          { title: t('list.yours'), text: t(`list.${event.waitingMode}Text`) },
          { title: t('list.told'), text: t('list.toldText') },
        ]}
      />
    </section>
  )
}
