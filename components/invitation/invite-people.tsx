'use client'
import type { InviteParts } from '#components/invitation/invite-form'
import { Field } from '#components/ui/field'
import { RadioGroup } from '#components/ui/radio-group'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'

const EXAMPLE = `Gulnara Bekova <g.bekova@university.example>
Bekova, Gulnara; g.bekova@university.example`

/** One person, or a list: what is not chosen is out of sight (app/styles/invitations.css), and keeps what was typed. */
export function InvitePeople({ values, errors, words, limits }: InviteParts) {
  const name = { autoCapitalize: 'words', maxLength: limits.name, autoComplete: 'off' }
  return (
    <div className="edit-part">
      <RadioGroup
        name="way"
        label={words.way}
        options={[
          { value: 'one', label: words.one },
          { value: 'list', label: words.list },
        ]}
        value={values.way}
      />
      <div className="invite-one">
        <div className="field-pair">
          <Field name="givenName" label={words.givenName} optional={words.optional} error={errors.givenName}>
            {(control) => <TextInput {...control} {...name} defaultValue={values.givenName} />}
          </Field>
          <Field name="familyName" label={words.familyName} optional={words.optional} error={errors.familyName}>
            {(control) => <TextInput {...control} {...name} defaultValue={values.familyName} />}
          </Field>
        </div>
        <Field name="email" label={words.email} error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              maxLength={limits.email}
              defaultValue={values.email}
            />
          )}
        </Field>
      </div>
      <div className="invite-list">
        <Field
          name="people"
          label={words.people}
          hint={
            <>
              {words.peopleHint}
              <samp className="invite-example">{EXAMPLE}</samp>
            </>
          }
          error={errors.people}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={8}
              spellCheck={false}
              autoComplete="off"
              maxLength={limits.people}
              defaultValue={values.people}
            />
          )}
        </Field>
      </div>
    </div>
  )
}
