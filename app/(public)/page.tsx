import type { Metadata } from 'next'
import { EventList } from '#components/event/event-list'
import { homeMetadata, type Query } from '#components/event/page-metadata'
import { PublicFrame } from '#components/frame/public-frame'
import { factsOf } from '#components/registration/facts-of'
import { hasEnded } from '#lib/events/policy'
import { publishedEvents } from '#lib/events/queries/event'
import { readerLocale } from '#lib/i18n/locale'

export const generateMetadata = async ({ searchParams }: { searchParams: Query }): Promise<Metadata> =>
  homeMetadata(await readerLocale(), searchParams)

export default async function Home() {
  const locale = await readerLocale()
  const now = new Date()
  const [past, upcoming] = partition(await publishedEvents(locale), (event) => hasEnded(event, now))
  return (
    <PublicFrame over alone isExample={upcoming.some((event) => event.isExample)}>
      <EventList
        locale={locale}
        upcoming={upcoming.map((event) => factsOf(event, locale, now))}
        past={past.reverse().map((event) => ({ ...factsOf(event, locale, now), registration: undefined }))}
      />
    </PublicFrame>
  )
}

const partition = <Item,>(items: Item[], test: (item: Item) => boolean) =>
  [items.filter(test), items.filter((item) => !test(item))] as const
