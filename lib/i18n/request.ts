import { getRequestConfig } from 'next-intl/server'
import { readerLocale } from '#lib/i18n/locale'
import { messagesIn } from '#lib/i18n/messages'

/** What next-intl needs to know of each request. Times are always formatted with the event's zone named; UTC stands for none. */
export default getRequestConfig(async () => {
  const locale = await readerLocale()
  return { locale, messages: messagesIn(locale), timeZone: 'UTC' }
})
