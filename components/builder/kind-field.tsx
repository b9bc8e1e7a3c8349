'use client'
import type { QuestionWords } from '#components/builder/question-form'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Select } from '#components/ui/select'
import { useScripted } from '#components/ui/use-scripted'
import type { QuestionKind } from '#db/enums'
import { keepsAll } from '#lib/forms/policy/change-kind'

/** What kind of answer is asked for. Its own fields follow at once; without script a button brings them. */
export function KindField({
  kind,
  chosen,
  choose,
  answered,
  kinds,
  errors,
  words,
  focus,
}: {
  /** As it is stored. */
  kind: QuestionKind
  chosen: QuestionKind
  choose: (kind: QuestionKind) => void
  answered: string
  kinds: { value: QuestionKind; label: string }[]
  errors: Record<string, string>
  words: QuestionWords
  focus: string
}) {
  const scripted = useScripted()
  const fate = answered && (keepsAll(kind, chosen) ? words.keepsAll : words.keepsSome)
  return (
    <div className="kind-field">
      <Field
        name="kind"
        label={words.kind}
        hint={answered && `${answered} ${chosen === kind ? '' : fate}`}
        error={errors.kind}
        small
      >
        {(control) => (
          <Select
            {...control}
            options={kinds}
            defaultValue={chosen}
            autoFocus={focus === 'kind'}
            onChange={(event) => choose(event.target.value as QuestionKind)}
          />
        )}
      </Field>
      {!scripted && (
        <Button type="submit" size="small" name="do" value="show">
          {words.showFields}
        </Button>
      )}
    </div>
  )
}
