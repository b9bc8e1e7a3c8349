import { getTranslations } from 'next-intl/server'
import type { FormTicket } from '#components/invitation/ticket-of'
import { Field } from '#components/ui/field'
import { SubmitButton } from '#components/ui/submit-button'
import { TextInput } from '#components/ui/text-input'

/** "I have a code": a form of its own, so that it opens the page with the code; what is wrong with one stands beside it. */
export async function AskCode({ slug, ticket }: { slug: string; ticket: FormTicket & { kind: 'none' } }) {
  const { asks, typed, problem } = ticket
  if (!asks) return null
  const [t, fields] = await Promise.all([getTranslations('invitations.form'), getTranslations('registration.fields')])
  const error = problem
    ? problem.why === 'too-many'
      ? t('tooMany', { minutes: problem.minutes })
      : t(`problem.${problem.why}`)
    : undefined
  return (
    <details className="ask-code" id="have-code" open={problem !== null}>
      <summary>{t('have')}</summary>
      <form action={`/e/${slug}/register`} method="get" className="ask-code-form">
        <Field name="code" id="asked-code" label={fields('code')} hint={t('codeHint')} error={error}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={40}
              defaultValue={typed}
              autoFocus={problem !== null}
              required
            />
          )}
        </Field>
        <SubmitButton variant="normal" pending={t('use')}>
          {t('use')}
        </SubmitButton>
      </form>
    </details>
  )
}
