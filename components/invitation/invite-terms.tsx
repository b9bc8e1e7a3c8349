'use client'
import type { InviteParts } from '#components/invitation/invite-form'
import { Checkbox } from '#components/ui/checkbox'
import { Field } from '#components/ui/field'
import { RadioGroup } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { Textarea } from '#components/ui/textarea'

/** In what capacity, in which language and words, with a place or not, and until when. */
export function InviteTerms({ values, errors, words, types, languages, limits }: InviteParts) {
  return (
    <>
      <div className="edit-part">
        <h2>{words.as}</h2>
        <Field name="typeId" label={words.typeId} hint={words.typeHint} error={errors.typeId}>
          {(control) => (
            <Select {...control} options={types} placeholder={words.anyType} defaultValue={values.typeId ?? ''} />
          )}
        </Field>
        <div className="invite-languages">
          <RadioGroup
            name="locale"
            label={words.locale}
            options={languages}
            value={values.locale}
            error={errors.locale}
          />
        </div>
        <Field name="note" label={words.note} hint={words.noteHint} optional={words.optional} error={errors.note}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={limits.note}
              lang={values.locale}
              spellCheck
              defaultValue={values.note}
            />
          )}
        </Field>
      </div>
      <div className="edit-part">
        <h2>{words.place}</h2>
        <Checkbox
          name="holds"
          value="on"
          label={words.holds}
          hint={words.holdsHint}
          error={errors.holds}
          checked={values.holds === 'on'}
        />
        <div className="edit-line">
          <Field name="expiresAt" label={words.expiresAt} hint={words.zone} error={errors.expiresAt}>
            {(control) => (
              <TextInput {...control} type="datetime-local" autoComplete="off" defaultValue={values.expiresAt} />
            )}
          </Field>
        </div>
      </div>
    </>
  )
}
