'use client'
import { useEffect, useRef, useState } from 'react'
import { InstitutionList } from '#components/institution/institution-list'
import { type Row, useInstitutions } from '#components/institution/use-institutions'
import { Field } from '#components/ui/field'
import { Icon } from '#components/ui/icon'
import { RadioGroup, type RadioOption } from '#components/ui/radio-group'
import { TextInput } from '#components/ui/text-input'

export type InstitutionWords = Record<
  'label' | 'hint' | 'city' | 'cityHint' | 'cityOffered' | 'list' | 'add' | 'added' | 'meant' | 'unavailable',
  string
>

type InstitutionFieldProps = {
  words: InstitutionWords
  limits: { institution: number; city: number }
  values: Record<string, string>
  errors: Record<string, string>
  /** What the text sent before may be, when that was unclear; `asked` is that text. */
  offer: { asked: string; options: RadioOption[] } | null
  countryField: string
}

/** `text` is what stood in the field when it was chosen. */
type Chosen = { id: string; place: string; unlisted: boolean; text: string }
const NONE: Chosen = { id: '', place: '', unlisted: false, text: '' }

/**
 * The institution: a line of text, matched when the form is sent. With script it suggests while one types; what was
 * chosen travels as `institutionId`, "mine is not listed" as `unlisted`. Without, an unclear text comes back with an offer.
 */
export function InstitutionField({ words, limits, values, errors, offer, countryField }: InstitutionFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const city = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen>(() => chosenIn(values))
  const [offering, setOffering] = useState(offer !== null)
  const { list, status, failed, inputProps } = useInstitutions({
    input,
    countryField,
    onType: forget,
    onChoose: choose,
  })

  // Hidden fields change without an event, which whoever keeps a draft of the form waits for.
  const first = useRef(chosen)
  useEffect(() => {
    if (chosen !== first.current) input.current?.form?.dispatchEvent(new Event('input', { bubbles: true }))
    if (chosen !== first.current && chosen.unlisted) city.current?.focus()
  }, [chosen])

  function forget() {
    setChosen(NONE)
    setOffering(offer !== null && input.current?.value === offer.asked)
  }

  function choose(row: Row) {
    setOffering(false)
    if (row === 'add') return setChosen({ ...NONE, unlisted: true, text: input.current?.value ?? '' })
    if (input.current) input.current.value = row.name
    fillCountry(input.current?.form, countryField, row.countryCode)
    setChosen({ id: row.id, place: row.place, unlisted: false, text: row.name })
  }

  const cityField = (hint: string) => (
    <Field name="institutionCity" label={words.city} hint={hint} error={errors.institutionCity}>
      {(control) => (
        <TextInput
          {...control}
          ref={city}
          autoCapitalize="words"
          defaultValue={values.institutionCity}
          maxLength={limits.city}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="institution">
        <Field name="institution" label={words.label} hint={words.hint} error={errors.institution}>
          {(control) => (
            <TextInput
              {...control}
              {...inputProps}
              ref={input}
              defaultValue={values.institution}
              maxLength={limits.institution}
              required
            />
          )}
        </Field>
        <InstitutionList {...list} words={words} />
        {(chosen.place || (chosen.unlisted && !offering)) && (
          <p className="institution-chosen">
            <Icon name={chosen.unlisted ? 'plus' : 'tick'} /> {chosen.unlisted ? words.added : chosen.place}
          </p>
        )}
        <div role="status">
          {failed && <p className="field-hint">{words.unavailable}</p>}
          <p className="sr-only">{chosen.id ? `${chosen.text}, ${chosen.place}` : status}</p>
        </div>
        <input type="hidden" name="institutionId" value={chosen.id} />
        <input type="hidden" name="institutionPlace" value={chosen.place} />
        <input type="hidden" name="institutionFor" value={chosen.text} />
        <input type="hidden" name="unlisted" value={chosen.unlisted ? '1' : ''} />
      </div>
      {offering && offer && (
        <div className="offer">
          <input type="hidden" name="institutionAsked" value={offer.asked} />
          <RadioGroup
            name="institutionChoice"
            label={words.meant}
            error={errors.institutionChoice}
            options={offer.options}
            value={values.institutionChoice ?? (offer.options.length === 1 ? offer.options[0]?.value : undefined)}
          />
          {cityField(words.cityOffered)}
        </div>
      )}
      {!offering && chosen.unlisted && cityField(words.cityHint)}
    </>
  )
}

const chosenIn = (values: Record<string, string>): Chosen => ({
  id: values.institutionId ?? '',
  place: values.institutionPlace ?? '',
  unlisted: values.unlisted === '1',
  text: values.institutionFor ?? '',
})

function fillCountry(form: HTMLFormElement | null | undefined, field: string, code: string | null): void {
  const country = form?.elements.namedItem(field)
  if (country instanceof HTMLSelectElement && country.value === '' && code) country.value = code
}
