import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ErrorTextsProvider } from '#components/frame/error-texts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui')
  return {
    title: { default: t('product'), template: t('pageTitle', { page: '%s' }) },
    description: t('description'),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

/** The paper of both themes, for the browser's own edge; meta tags know no tokens. */
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf7f0' },
    { media: '(prefers-color-scheme: dark)', color: '#181410' },
  ],
}

/** Every page is rendered on request: its policy's nonce is new each time. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const [locale, t] = await Promise.all([getLocale(), getTranslations('ui')])
  const texts = {
    product: t('product'),
    title: t('errors.unexpected.title'),
    text: t('errors.unexpected.text'),
    again: t('errors.again'),
    home: t('errors.home'),
    reference: t('errors.reference'),
  }
  return (
    <html lang={locale}>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <ErrorTextsProvider texts={texts}>{children}</ErrorTextsProvider>
      </body>
    </html>
  )
}
