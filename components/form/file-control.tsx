import type { ControlSetting } from '#components/form/control'
import { Field, type FieldProps } from '#components/ui/field'
import { Icon } from '#components/ui/icon'
import { fieldName } from '#lib/forms/policy/names'
import { fill } from '#lib/forms/policy/view'

const ENDINGS = { picture: '.jpg,.jpeg,.png,.webp', file: '.pdf,.docx,.xlsx,.pptx,.odt,.jpg,.jpeg,.png,.webp' }

/** A file to send. One that was sent already, with a form that came back or before, is named and may be replaced or taken out. */
export function FileControl({ question, words, typed, field }: ControlSetting & { field: FieldProps }) {
  const [fileId = '', name = ''] = ['file', 'name'].map((part) => typed[fieldName(question.id, part)]?.[0])
  return (
    <>
      <Field {...field}>
        {(control) => (
          <input
            {...control}
            type="file"
            className="input input-file"
            accept={question.kind === 'picture' ? ENDINGS.picture : ENDINGS.file}
          />
        )}
      </Field>
      {fileId && (
        <div className="file-kept">
          <input type="hidden" name={fieldName(question.id, 'file')} value={fileId} />
          <input type="hidden" name={fieldName(question.id, 'name')} value={name} />
          <p>
            <Icon name="tick" /> {fill(words.kept, { name })}
          </p>
          <label className="file-drop">
            <input type="checkbox" name={fieldName(question.id, 'drop')} value="1" /> {words.remove}
          </label>
        </div>
      )}
    </>
  )
}
