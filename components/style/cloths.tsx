import { getTranslations } from 'next-intl/server'
import { Ornament } from '#components/ornament/ornament'
import { Part } from '#components/style/part'
import { SEEDS } from '#components/style/sample'

const SHAPES = ['strip', 'band', 'cover'] as const

/** Cloths of several seeds in each shape that a page cuts. */
export async function Cloths() {
  const t = await getTranslations('style')
  return (
    <Part title={t('part.ornament')}>
      <p className="style-note">{t('ornament.lead')}</p>
      <h3>{t('ornament.panel')}</h3>
      <ul className="style-panels">
        {SEEDS.map((seed) => (
          <li key={seed}>
            <Ornament seed={seed} shape="panel" />
            <span>{seed}</span>
          </li>
        ))}
      </ul>
      {SHAPES.map((shape, row) => (
        <div key={shape} className="style-column">
          <h3>{t(`ornament.${shape}`)}</h3>
          <div className={`style-cloths style-${shape}s`}>
            {SEEDS.slice(2 * row, 2 * row + 2).map((seed) => (
              <Ornament key={seed} seed={seed} shape={shape} />
            ))}
          </div>
        </div>
      ))}
    </Part>
  )
}
