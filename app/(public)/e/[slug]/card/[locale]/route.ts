import { cardOf } from '#components/event/card-of'
import { cardAnswer } from '#components/event/card-picture'
import { publicEvent } from '#lib/events/queries/event'
import { isLocale } from '#lib/i18n/locales'

/** The picture that other sites show with a link to the event, in one language. */
export async function GET(request: Request, { params }: RouteContext<'/e/[slug]/card/[locale]'>): Promise<Response> {
  const { slug, locale } = await params
  const event = isLocale(locale) && (await publicEvent(slug, locale))
  if (!event) return new Response(null, { status: 404 })
  return cardAnswer(request, cardOf(event, locale))
}
