'use client'
import { useActionState } from 'react'
import { FormErrors } from '#components/builder/form-errors'
import { TextPair } from '#components/builder/text-pair'
import { ButtonLink } from '#components/ui/button'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { SubmitButton } from '#components/ui/submit-button'
import { saveSection } from '#lib/forms/actions/section'
import type { Messages } from '#lib/i18n/messages'

type Props = {
  slug: string
  id: string
  values: Record<string, string>
  languages: readonly { code: string; name: string }[]
  stages: RadioOption[]
  words: Messages['builder']['section']
  limits: { title: number; help: number }
  back: string
}

/** Title, help and stage of a section. */
export function SectionForm({ slug, id, values, languages, stages, words, limits, back }: Props) {
  const [state, action] = useActionState(saveSection, { attempt: 0, values, errors: {}, refusal: null })
  const pair = { languages, values: state.values, errors: state.errors, optional: words.optional }
  return (
    <>
      <FormErrors {...state} title={words.errors} />
      <form action={action} className="form builder-form" noValidate key={state.attempt}>
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="id" value={id} />
        <TextPair {...pair} name="title" label={words.title} required maxLength={limits.title} />
        <TextPair {...pair} name="help" label={words.help} long maxLength={limits.help} />
        <RadioGroup
          name="stage"
          label={words.stage}
          options={stages}
          value={state.values.stage}
          error={state.errors.stage}
        />
        <div className="actions">
          <SubmitButton pending={words.saving}>{id ? words.save : words.add}</SubmitButton>
          <ButtonLink variant="plain" href={back}>
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
