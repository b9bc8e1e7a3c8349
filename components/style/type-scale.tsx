import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { FIGURES, LETTERS } from '#components/style/sample'

const STEPS = ['3xl', '2xl', 'xl', 'lg', 'md', 'sm', 'xs'] as const
const SERIF: readonly string[] = ['3xl', '2xl', 'xl']

export async function TypeScale() {
  const t = await getTranslations('style')
  return (
    <Part title={t('part.type')}>
      <dl className="style-type">
        {STEPS.map((step) => (
          <div key={step}>
            <dt>
              <strong>{step}</strong> {t(`type.${step}`)}
            </dt>
            <dd className={SERIF.includes(step) ? 'title' : undefined} style={{ fontSize: `var(--text-${step})` }}>
              {t('type.sample')}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('type.letters')}</dt>
          <dd>
            <span className="title text-xl">{LETTERS}</span>
            <br />
            {LETTERS}
          </dd>
        </div>
        <div>
          <dt>{t('type.figures')}</dt>
          <dd>
            {FIGURES.map((figure) => (
              <span key={figure} className="block text-right">
                {figure}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </Part>
  )
}
