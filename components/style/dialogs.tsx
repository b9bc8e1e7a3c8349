import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { Button } from '#components/ui/button'
import { Confirm } from '#components/ui/confirm'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Textarea } from '#components/ui/textarea'

/** Two that open, and one shown open in the page. */
export async function DialogStates() {
  const t = await getTranslations('style')
  const act = (
    <Button size="small" variant="destroy">
      {t('dialog.act')}
    </Button>
  )
  return (
    <Part title={t('part.dialogs')}>
      <div className="style-row">
        <Confirm
          size="small"
          trigger={t('dialog.confirm')}
          title={t('dialog.title')}
          keep={t('dialog.keep')}
          action={act}
        >
          {t('dialog.text')}
        </Confirm>
        <Dialog
          size="small"
          trigger={t('dialog.form')}
          title={t('dialog.formTitle')}
          close={t('dialog.close')}
          action={
            <Button size="small" variant="primary">
              {t('dialog.save')}
            </Button>
          }
        >
          <Field small name="dialog-note" label={t('dialog.note')}>
            {(control) => <Textarea {...control} />}
          </Field>
        </Dialog>
      </div>
      <div role="group" className="dialog style-open" aria-label={t('dialog.title')}>
        <h3 className="title text-xl">{t('dialog.title')}</h3>
        <div className="dialog-body">{t('dialog.text')}</div>
        <div className="actions">
          {act}
          <Button size="small" data-force="focus">
            {t('dialog.keep')}
          </Button>
        </div>
      </div>
    </Part>
  )
}
