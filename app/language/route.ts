import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { env } from '#lib/env'
import { isLocale, LOCALE_COOKIE } from '#lib/i18n/locales'

/** Keeps the language somebody chose and goes back to the page. A form's POST, so that it works without JavaScript. */
export async function POST(request: Request): Promise<never> {
  const form = await request.formData()
  const locale = form.get('locale')
  if (isLocale(locale))
    (await cookies()).set(LOCALE_COOKIE, locale, {
      path: '/',
      maxAge: 365 * 24 * 60 * 60,
      sameSite: 'lax',
      httpOnly: true,
      secure: env().url.startsWith('https:'),
    })
  redirect(ownPath(form.get('to')))
}

/** A path of this site; anything else leads home. */
function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to)) return '/'
  const url = new URL(to, 'http://serai.invalid')
  // An address that asks for a language would overrule the choice.
  url.searchParams.delete('lang')
  return url.host === 'serai.invalid' ? url.pathname + url.search : '/'
}
