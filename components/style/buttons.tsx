import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Button, ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'

const VARIANTS = ['primary', 'normal', 'plain', 'danger', 'destroy'] as const
const SIZES = ['small', 'normal', 'big'] as const

export async function ButtonStates() {
  const t = await getTranslations('style')
  return (
    <Part title={t('part.buttons')}>
      {VARIANTS.map((variant) => (
        <div key={variant} className="style-row">
          <Button variant={variant}>{t(`variant.${variant}`)}</Button>
          <Button variant={variant} data-force="hover">
            {t('state.hover')}
          </Button>
          <Button variant={variant} data-force="focus">
            {t('state.focus')}
          </Button>
          <Button variant={variant} disabled>
            {t('state.disabled')}
          </Button>
          <Button variant={variant} aria-busy aria-disabled>
            {t('state.pending')}
          </Button>
        </div>
      ))}
      <div className="style-row">
        {SIZES.map((size) => (
          <Button key={size} size={size}>
            {t(`size.${size}`)}
          </Button>
        ))}
        <Button size="small">
          <Icon name="download" />
          {t('size.icon')}
        </Button>
        <ButtonLink href="#main" reload>
          {t('size.link')}
        </ButtonLink>
      </div>
    </Part>
  )
}
