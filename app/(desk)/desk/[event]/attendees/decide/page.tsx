import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ManyForm } from '#components/attendee/many-form'
import { ManyPreview } from '#components/attendee/many-preview'
import { DeskPage } from '#components/desk/desk-page'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { knownList, listHref } from '#lib/attendees/schema/list'
import { LIMITS } from '#lib/attendees/schema/person'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'
import { foreseen } from '#lib/rosters/queries/chosen'
import { manyChoice } from '#lib/rosters/schema'

type Props = {
  params: Promise<{ event: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('desk.many')
  return { title: t('pageTitle') }
}

/** Looked at before it is done. Only those who may decide do so; for all others there is no such page. */
export default async function DecidePage({ params, searchParams }: Props) {
  const { actor, person } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  if (!event?.mayDecide) notFound()
  const choice = manyChoice.parse(await searchParams)
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale }
  const list = knownList(choice.list, (await listQuestions(actor, where)).questions)
  const { act, all, id: ids } = choice
  const { will, cannot, stamp } = await foreseen(actor, event.id, act, { ids, all, list })
  const [t, desk] = await Promise.all([getTranslations('desk.many'), getTranslations('desk')])
  const back = `/desk/${event.slug}/attendees${listHref(list, { page: list.page })}`
  return (
    <DeskPage locale={locale} signedIn={{ actor, person }} event={event} current="attendees">
      <div className="correction many-page">
        <Breadcrumb
          label={desk('record.way')}
          parts={[{ label: desk('attendees'), href: back }, { label: t(`title.${act}`) }]}
        />
        <h1>{t(`title.${act}`)}</h1>
        <ManyForm
          hidden={{
            slug: event.slug,
            act,
            list: listHref(list, { page: list.page }),
            shown: stamp,
            ...(all && { all: '1' }),
          }}
          ids={all ? [] : ids}
          asks={act === 'confirm' ? 'not' : act === 'decline' ? 'may' : 'must'}
          possible={will.length > 0}
          destroys={act !== 'confirm'}
          maxLength={LIMITS.reason}
          back={back}
          words={{
            go: t(`go.${act}`, { count: will.length }),
            going: desk('working'),
            back: t('back'),
            reason: desk('record.act.reason'),
            hint: t('reasonHint'),
            optional: desk('optional'),
            errors: t('error'),
            changed: t('changed'),
            changedText: t('changedText'),
          }}
        >
          <ManyPreview act={act} will={will} cannot={cannot} event={event} list={list} locale={locale} />
        </ManyForm>
      </div>
    </DeskPage>
  )
}
