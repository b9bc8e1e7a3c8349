'use client'
import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { ButtonLink } from '#components/ui/button'
import { ErrorSummary } from '#components/ui/error-summary'
import { Field } from '#components/ui/field'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import { SubmitButton } from '#components/ui/submit-button'
import { Textarea } from '#components/ui/textarea'
import { decideTogether, type ManyPerson, type ManyResult } from '#lib/rosters/actions/many'

type Words = Record<
  'go' | 'going' | 'back' | 'reason' | 'hint' | 'optional' | 'errors' | 'changed' | 'changedText',
  string
>

/** The decision about many: what would be done is the child; then what came of it stands in its place. Works as a plain form. */
export function ManyForm({
  hidden,
  ids,
  asks,
  possible,
  destroys,
  maxLength,
  back,
  words,
  children,
}: {
  hidden: Record<string, string>
  ids: readonly string[]
  /** Whether a reason is asked for. */
  asks: 'not' | 'may' | 'must'
  /** There is somebody to do it to. */
  possible: boolean
  destroys: boolean
  maxLength: number
  back: string
  words: Words
  children: ReactNode
}) {
  const [state, action] = useActionState(decideTogether, {
    ...{ attempt: 0, reason: '', error: '' },
    ...{ changed: false, result: null },
  })
  if (state.result) return <Came result={state.result} back={back} word={words.back} />
  return (
    <>
      {state.error && (
        <ErrorSummary title={words.errors} errors={[{ id: 'reason', text: state.error }]} attempt={state.attempt} />
      )}
      {state.changed && (
        <ErrorSummary title={words.changed} errors={[{ text: words.changedText }]} attempt={state.attempt} />
      )}
      {children}
      <form action={action} className="form many-form" noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {ids.map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {possible && asks !== 'not' && (
          <Field
            key={state.attempt}
            name="reason"
            label={words.reason}
            hint={words.hint}
            error={state.error}
            {...(asks === 'may' && { optional: words.optional })}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={maxLength}
                defaultValue={state.reason}
                required={asks === 'must'}
              />
            )}
          </Field>
        )}
        <div className="actions">
          {possible && (
            <SubmitButton variant={destroys ? 'destroy' : 'primary'} pending={words.going}>
              {words.go}
            </SubmitButton>
          )}
          <ButtonLink variant="plain" href={back}>
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

function Came({ result, back, word }: { result: ManyResult; back: string; word: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="many-came">
      <div ref={box} className="arrival" tabIndex={-1} autoFocus>
        <Notice tone="done" title={result.title}>
          <Link href={result.after.href}>{result.after.text}</Link>
        </Notice>
      </div>
      {[result.refused, result.promoted].map(
        (group) =>
          group && (
            <section key={group.title} className="many-part">
              <h2>{group.title}</h2>
              <People people={group.people} />
              {group.more && <p>{group.more}</p>}
            </section>
          ),
      )}
      <div className="actions">
        <ButtonLink href={back}>{word}</ButtonLink>
      </div>
    </div>
  )
}

function People({ people }: { people: ManyPerson[] }) {
  return (
    <ul className="many-people">
      {people.map(({ id, name, href, note }) => (
        <li key={id}>
          <Link href={href}>{name}</Link>
          {note && <span>{note}</span>}
        </li>
      ))}
    </ul>
  )
}
