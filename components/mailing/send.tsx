import { getTranslations } from 'next-intl/server'
import { ActFields } from '#components/mailing/act-fields'
import { Confirm } from '#components/ui/confirm'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'
import { offset } from '#lib/format'
import { copyMailing, sendMailing } from '#lib/messages/actions/mailing-acts'

/** A draft's way out: a copy to oneself, then to all at once or at a time of the event's clock. */
export async function SendMailing({
  slug,
  id,
  as,
  subject,
  total,
  timeZone,
  problem,
  typed,
}: {
  slug: string
  id: string
  /** As whom the test copy is written. */
  as: string | undefined
  subject: string
  total: number
  timeZone: string
  /** Why the time that was typed would not do. */
  problem: boolean
  typed: string
}) {
  const t = await getTranslations('mailings.send')
  const fields = { slug, mailingId: id, expected: String(total) }
  return (
    <>
      <form action={copyMailing} className="mailing-act">
        <ActFields fields={{ slug, mailingId: id, as: as ?? '' }} />
        <SubmitButton variant="normal" pending={t('working')}>
          {t('test')}
        </SubmitButton>
        <p className="field-hint">{t('testHint')}</p>
      </form>
      {total > 0 && (
        <>
          <div className="mailing-act">
            <Confirm
              trigger={t('now', { count: total })}
              title={t('question', { count: total })}
              keep={t('keep')}
              variant="primary"
              action={
                <form action={sendMailing}>
                  <ActFields fields={{ ...fields, when: 'now' }} />
                  <SubmitButton pending={t('working')}>{t('confirm', { count: total })}</SubmitButton>
                </form>
              }
            >
              <p>{t('text', { subject })}</p>
            </Confirm>
          </div>
          <form action={sendMailing} className="mailing-act" noValidate>
            <ActFields fields={{ ...fields, when: 'later' }} />
            <Field
              name="sendAt"
              label={t('at')}
              hint={t('zone', { zone: timeZone, offset: offset(timeZone, new Date()) })}
              {...(problem && { error: t('past') })}
            >
              {(control) => <TextInput {...control} type="datetime-local" defaultValue={typed} autoComplete="off" />}
            </Field>
            <SubmitButton variant="normal" pending={t('working')}>
              {t('later', { count: total })}
            </SubmitButton>
          </form>
        </>
      )}
    </>
  )
}
