import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Button, ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import { Notice } from '#components/ui/notice'
import { StatusMessage } from '#components/ui/status-message'
import { Toast } from '#components/ui/toast'

export async function MessageStates() {
  const t = await getTranslations('style')
  return (
    <>
      <Part title={t('part.errors')}>
        <div className="style-fields">
          <ErrorSummary
            attempt={null}
            title={t('error.title')}
            errors={[
              { id: 'wrong', text: t('error.email') },
              { id: 'group-wrong', text: t('error.role') },
            ]}
          />
        </div>
      </Part>
      <Part title={t('part.notices')}>
        <div className="style-fields">
          <Notice>{t('notice.attention')}</Notice>
          <Notice tone="error">{t('notice.error')}</Notice>
          <StatusMessage>{t('notice.done')}</StatusMessage>
          <Notice tone="plain">{t('notice.plain')}</Notice>
          <Notice title={t('notice.title')}>
            <p>{t('notice.titled')}</p>
          </Notice>
        </div>
      </Part>
    </>
  )
}

/** Toasts in their place in the page; `shown` lets one float as it does at work. */
export async function ToastStates({ shown }: { shown: boolean }) {
  const t = await getTranslations('style')
  const undo = (
    <form action="/desk/style" className="toast-act">
      <Button type="submit" size="small">
        {t('toast.act')}
      </Button>
    </form>
  )
  return (
    <Part title={t('part.toasts')}>
      <Toast inline dismiss={t('toast.dismiss')}>
        {t('toast.plain')}
      </Toast>
      <Toast inline dismiss={t('toast.dismiss')} action={undo}>
        {t('toast.undo')}
      </Toast>
      <div className="style-row">
        <ButtonLink size="small" href="?toast=1">
          {t('toast.show')}
        </ButtonLink>
      </div>
      {shown && <Toast dismiss={t('toast.dismiss')}>{t('toast.shown')}</Toast>}
    </Part>
  )
}
