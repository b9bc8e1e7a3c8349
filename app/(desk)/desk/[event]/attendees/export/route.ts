import { getTranslations } from 'next-intl/server'
import type { AttendeeStatus } from '#db/enums'
import { listQuestions } from '#lib/attendees/queries/list-answers'
import { attendeeList, COLUMNS, type Column, columnOf } from '#lib/attendees/schema/list'
import { signedIn } from '#lib/auth/session'
import { deskEvent } from '#lib/events/queries/event'
import { dayOf } from '#lib/format'
import { readerLocale } from '#lib/i18n/locale'
import { exportRoster } from '#lib/rosters/mutations/export'
import { attachment } from '#lib/rosters/policy/file-name'
import { rosterFile } from '#lib/rosters/queries/file'
import { format as formats } from '#lib/rosters/schema'

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The list of the query as a file: search, filters, order and columns as on the screen, all pages. */
export async function GET(request: Request, { params }: { params: Promise<{ event: string }> }): Promise<Response> {
  // Each export is written down, so one that nobody asked for must not happen.
  if (request.headers.get('sec-purpose')?.includes('prefetch') || request.headers.get('purpose') === 'prefetch')
    return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } })
  const { actor } = await signedIn()
  const locale = await readerLocale()
  const event = await deskEvent(actor, (await params).event, locale)
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries(searchParams)
  const format = formats.safeParse(query.format)
  if (!event || !format.success) return new Response(null, { status: 404 })
  const list = attendeeList.parse(query)
  const now = new Date()
  const where = { eventId: event.id, locale, defaultLocale: event.defaultLocale, timeZone: event.timeZone }
  const sensitive = searchParams.getAll('sensitive')
  const order = await exportRoster(actor, where, { list, format: format.data, sensitive }, now)
  if (!order.ok) return new Response(null, { status: 404 })

  const [t, form] = await Promise.all([getTranslations('desk'), getTranslations('form')])
  const words = {
    sheet: t('list.title'),
    heads: {
      ...(Object.fromEntries(COLUMNS.map((column) => [column, t(`field.${column}`)])) as Record<Column, string>),
      registered: `${t('field.registered')} (${event.timeZone})`,
    },
    status: (status: AttendeeStatus) => t(`status.${status}`),
    ...{ yes: form('yes'), no: form('no') },
  }
  const day = dayOf(now, event.timeZone)
  const name = attachment(
    event.slug,
    {
      ascii: ['attendees', list.status ?? '', day],
      words: [t('list.title'), list.status ? t(`status.${list.status}`) : '', day],
    },
    format.data,
  )
  const asked = await listQuestions(actor, where)
  const { ids, columns } = order.value
  const questions = [...asked.questions, ...asked.sensitive].filter(({ id }) => columns.includes(columnOf(id)))
  return new Response(rosterFile(actor, { event: where, ids, columns, questions, words }, format.data), {
    headers: { 'content-type': TYPES[format.data], 'content-disposition': name, 'cache-control': 'no-store' },
  })
}

/** Next would answer HEAD by GET, and an export would be written down that nobody got. */
export const HEAD = () => new Response(null, { status: 405 })
