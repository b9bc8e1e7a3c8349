import { homeCard } from '#components/event/card-of'
import { cardAnswer } from '#components/event/card-picture'
import { isLocale } from '#lib/i18n/locales'

/** The picture that other sites show with a link to the list of events. */
export async function GET(request: Request, { params }: RouteContext<'/card/[locale]'>): Promise<Response> {
  const { locale } = await params
  return isLocale(locale) ? cardAnswer(request, homeCard(locale)) : new Response(null, { status: 404 })
}
