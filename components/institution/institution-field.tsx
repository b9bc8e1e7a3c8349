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

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'institution-choice': ComponentProps<'div'> & { 'data-country': string; 'data-add': string }
    }
  }
}

/** What was chosen and travels along: the institution, its place, the text that stood in the field then, "mine is not listed". */
const CHOSEN = ['institutionId', 'institutionPlace', 'institutionFor', 'unlisted'] as const

/**
 * The institution: a line of text, matched when the form is sent. Without script an unclear text comes back with an offer; with it the element
 * `institution-choice` (components/enhance/institution.ts) suggests while one types. The page brings that with `<Enhance>`.
 */
export function InstitutionField({ words, limits, values, errors, offer, countryField }: InstitutionFieldProps) {
  const unlisted = values.unlisted === '1'
  const city = (hint: string, hidden: boolean) => (
    <div data-part="city" hidden={hidden}>
      <Field name="institutionCity" label={words.city} hint={hint} error={errors.institutionCity}>
        {(control) => (
          <TextInput
            {...control}
            autoCapitalize="words"
            defaultValue={values.institutionCity}
            maxLength={limits.city}
          />
        )}
      </Field>
    </div>
  )
  return (
    <institution-choice data-country={countryField} data-add={words.add}>
      <div className="institution">
        <Field name="institution" label={words.label} hint={words.hint} error={errors.institution}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization"
              defaultValue={values.institution}
              maxLength={limits.institution}
              required
              suppressHydrationWarning
            />
          )}
        </Field>
        <ul
          data-part="list"
          className="suggestions"
          id="institution-list"
          role="listbox"
          aria-label={words.list}
          hidden
          suppressHydrationWarning
        />
        <p className="institution-chosen" data-part="listed" hidden={!values.institutionPlace} suppressHydrationWarning>
          <Icon name="tick" /> <span>{values.institutionPlace}</span>
        </p>
        <p
          className="institution-chosen"
          data-part="added"
          hidden={!unlisted || offer !== null}
          suppressHydrationWarning
        >
          <Icon name="plus" /> {words.added}
        </p>
        <div role="status">
          <p className="field-hint" data-part="unavailable" hidden suppressHydrationWarning>
            {words.unavailable}
          </p>
          <p className="sr-only" data-part="status" suppressHydrationWarning />
        </div>
        {CHOSEN.map((name) => (
          <input key={name} type="hidden" name={name} defaultValue={values[name] ?? ''} suppressHydrationWarning />
        ))}
      </div>
      {offer ? (
        <div className="offer" data-part="offer">
          <input type="hidden" name="institutionAsked" value={offer.asked} />
          <RadioGroup
            name="institutionChoice"
            label={words.meant}
            error={errors.institutionChoice}
            options={offer.options}
            value={values.institutionChoice ?? (offer.options.length === 1 ? offer.options[0]?.value : undefined)}
          />
          {city(words.cityOffered, false)}
        </div>
      ) : (
        city(words.cityHint, !unlisted)
      )}
    </institution-choice>
  )
}
