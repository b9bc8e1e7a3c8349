'use client'
import { Ornament } from '#components/ornament/ornament'
import en from '#messages/en/fatal.json'
import ru from '#messages/ru/fatal.json'
import './globals.css'

/** The layout itself failed, and with it everything that knows the reader's language: so both are said. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="en">
      <body>
        <title>{en.title}</title>
        <main className="plain-main grid content-start gap-16">
          <Ornament seed="serai" shape="strip" />
          {Object.entries({ en, ru }).map(([lang, texts]) => (
            <section key={lang} lang={lang}>
              <h1>{texts.title}</h1>
              <p className="mb-4 text-ink-soft">{texts.text}</p>
              <button type="button" className="btn" onClick={retry}>
                {texts.again}
              </button>
              {digest && (
                <p className="mt-4 text-sm text-ink-faint">
                  {texts.reference} {digest}
                </p>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}
