import { getFormatter, getTranslations } from 'next-intl/server'
import { EDGES, GROUNDS, hex, PAIRS, ratio, readTokens, TEXTS } from '#components/style/contrast'
import { Part } from '#components/style/part'

const SWATCHES = [
  ...(['paper', 'sheet', 'well', 'ink', 'ink-soft', 'ink-faint', 'line', 'line-strong'] as const),
  ...(['lapis', 'lapis-deep', 'lapis-wash', 'on-lapis', 'saffron', 'saffron-ink', 'saffron-wash'] as const),
  ...(['leaf', 'leaf-wash', 'madder', 'madder-wash'] as const),
]

export async function Palette() {
  const t = await getTranslations('style')
  const { light, dark } = readTokens(process.cwd())
  return (
    <Part title={t('part.palette')}>
      <ul className="style-swatches">
        {SWATCHES.map((name) => (
          <li key={name}>
            <span className="style-swatch" style={{ background: `var(--${name})` }} />
            <strong>{name}</strong>
            <span>{t(`palette.${name}`)}</span>
            <span>
              {t('palette.light', { value: hex(light[name]) })}
              <br />
              {t('palette.dark', { value: hex(dark[name]) })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Each text written on each ground, with what was measured there. */
export async function Contrast() {
  const [t, format] = await Promise.all([getTranslations('style'), getFormatter()])
  const { light, dark, lightMore, darkMore } = readTokens(process.cwd())
  const one = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const both = (text: string, on: string) =>
    t('contrast.pair', { light: one(ratio(light, text, on)), dark: one(ratio(dark, text, on)) })
  const most = (text: string, grounds: readonly string[]) => {
    const least = (tokens: typeof light) => one(Math.min(...grounds.map((on) => ratio(tokens, text, on))))
    return t('contrast.pair', { light: least(lightMore), dark: least(darkMore) })
  }
  const sample = (text: string, on: string) => (
    <td key={on} style={{ color: `var(--${text})`, background: `var(--${on})` }}>
      {both(text, on)}
    </td>
  )
  return (
    <Part title={t('part.contrast')}>
      <p className="style-note">{t('contrast.note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div className="style-scroll" tabIndex={0} role="region" aria-label={t('part.contrast')}>
        <table className="style-contrast">
          <caption className="sr-only">{t('contrast.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contrast.text')}</th>
              {GROUNDS.map((name) => (
                <th key={name} scope="col">
                  {t('contrast.ground', { name })}
                </th>
              ))}
              <th scope="col">{t('contrast.more')}</th>
            </tr>
          </thead>
          <tbody>
            {TEXTS.map((text) => (
              <tr key={text}>
                <th scope="row">{text}</th>
                {GROUNDS.map((on) => sample(text, on))}
                <td>{most(text, GROUNDS)}</td>
              </tr>
            ))}
            {EDGES.map((edge) => (
              <tr key={edge}>
                <th scope="row">{edge}</th>
                {GROUNDS.map((on) => (
                  <td key={on} className="style-edge" style={{ background: `var(--${on})` }}>
                    {both(edge, on)}
                  </td>
                ))}
                <td>{most(edge, GROUNDS)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="style-contrast">
          <caption className="sr-only">{t('contrast.caption')}</caption>
          <tbody>
            {PAIRS.map(([text, on]) => (
              <tr key={`${text} ${on}`}>
                <th scope="row">
                  {text} {t('contrast.ground', { name: on })}
                </th>
                {sample(text, on)}
                <td>{most(text, [on])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}
