import { getTranslations } from 'next-intl/server'
import { Link } from '#components/ui/link'
import { languageName } from '#lib/i18n/languages'
import type { Locale } from '#lib/i18n/locales'
import { type Foreseen, SKIPS, type Skip } from '#lib/messages/policy/recipients'
import type { LeftOut } from '#lib/messages/queries/recipients'

/** Exactly how many get a letter, in which languages, and who is left out and why. `written` are the languages it has words in. */
export async function ForeseenView({
  slug,
  seen,
  written,
  main,
  locale,
}: {
  slug: string
  seen: Foreseen & { leftOut: LeftOut }
  written?: readonly string[]
  /** The event's main language, which those read whose own it is not written in. */
  main: string
  locale: Locale
}) {
  const t = await getTranslations('mailings.whom')
  const nameOf = (code: string) => languageName(code, locale)
  const lacking = written ? Object.keys(seen.byLocale).filter((code) => !written.includes(code)) : []
  return (
    <div className="foreseen">
      <p className="foreseen-total">
        <strong>{t('total', { count: seen.total })}</strong>
      </p>
      {seen.total > 0 && (
        <ul className="foreseen-languages">
          {Object.entries(seen.byLocale).map(([code, count]) => (
            <li key={code}>{t('inLanguage', { language: nameOf(code), count })}</li>
          ))}
        </ul>
      )}
      {lacking.map((code) => (
        <p key={code} className="foreseen-lacking">
          {t('lacking', { language: nameOf(code), main: nameOf(main) })}
        </p>
      ))}
      <SkippedView skipped={seen.skipped} leftOut={seen.leftOut} slug={slug} />
    </div>
  )
}

/** Who is left out, by why; by name where names are given. */
export async function SkippedView({
  skipped,
  leftOut = {},
  slug = '',
}: {
  skipped: Partial<Record<Skip, number>>
  leftOut?: LeftOut
  slug?: string
}) {
  const t = await getTranslations('mailings.whom')
  const all = Object.values(skipped).reduce((sum, n) => sum + n, 0)
  if (all === 0) return null
  return (
    <div className="foreseen-skipped">
      <p>{t('skipped', { count: all })}</p>
      <ul>
        {SKIPS.flatMap((why) => {
          const count = skipped[why]
          const names = leftOut[why] ?? []
          if (!count) return []
          if (names.length === 0) return [<li key={why}>{t(`skip.${why}`, { count })}</li>]
          return [
            <li key={why}>
              <details>
                <summary>{t(`skip.${why}`, { count })}</summary>
                <ul>
                  {names.map(({ id, name }) => (
                    <li key={id}>
                      <Link href={`/desk/${slug}/attendees/${id}`}>{name}</Link>
                    </li>
                  ))}
                  {count > names.length && <li>{t('more', { count: count - names.length })}</li>}
                </ul>
              </details>
            </li>,
          ]
        })}
      </ul>
    </div>
  )
}
