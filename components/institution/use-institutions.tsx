'use client'
import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { InstitutionChoice } from '#lib/institutions/queries/labels'

/** With its name in another language, where there is one. */
export type Suggestion = InstitutionChoice & { other: string | null }
/** A row of the list: an institution, or "mine is not listed". */
export type Row = Suggestion | 'add'

const PAUSE_MS = 160
const SHORTEST = 2

type Options = {
  input: RefObject<HTMLInputElement | null>
  /** The country's field in the same form: institutions there come first. */
  countryField: string
  onType: () => void
  onChoose: (row: Row) => void
}

/**
 * Suggestions for a text field, after the pattern of an editable combobox with a list (WAI-ARIA practices). The focus stays in the
 * field; arrows move through the rows, Enter takes one, Escape closes. Until the script runs it is a text field like any other.
 */
export function useInstitutions({ input, countryField, onType, onChoose }: Options) {
  const listId = useId()
  const [scripted, setScripted] = useState(false)
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<{ found: string; choices: Suggestion[] } | null>(null)
  const [failed, setFailed] = useState(false)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const request = useRef<{ timer?: number; abort?: AbortController }>({})
  useEffect(() => setScripted(true), [])
  useEffect(() => () => request.current.abort?.abort(), [])

  const rows: Row[] = answer && typed.length >= SHORTEST ? [...answer.choices, 'add'] : []
  const shown = open && rows.length > 0

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const text = event.target.value.trim()
    setTyped(text)
    setActive(-1)
    onType()
    search(text, PAUSE_MS)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !shown) search((input.current?.value ?? '').trim(), 0)
    else if (step) setActive((active + step + rows.length + (active < 0 && step < 0 ? 1 : 0)) % rows.length)
    else if (shown && event.key === 'Enter') take(Math.max(active, 0))
    else if (shown && event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }

  function search(text: string, pause: number) {
    stop()
    setTyped(text)
    setOpen(text.length >= SHORTEST)
    if (text.length < SHORTEST) return
    const abort = new AbortController()
    request.current = { abort, timer: window.setTimeout(() => void load(text, abort.signal), pause) }
  }

  async function load(text: string, signal: AbortSignal) {
    const country = input.current?.form?.elements.namedItem(countryField)
    const query = new URLSearchParams({ q: text, country: country instanceof HTMLSelectElement ? country.value : '' })
    try {
      const response = await fetch(`/api/institutions?${query}`, { signal })
      if (!response.ok) throw new Error(String(response.status))
      setAnswer(await response.json())
      setFailed(false)
    } catch {
      if (signal.aborted) return
      setAnswer(null)
      setFailed(true)
    }
  }

  /** Enter with no row marked marks the first: nobody sends the form by mistake, or takes what was not looked at. */
  function take(index: number) {
    if (active < 0) setActive(index)
    else choose(index)
  }

  function choose(index: number) {
    const row = rows[index]
    if (!row) return
    stop()
    setOpen(false)
    setActive(-1)
    onChoose(row)
  }

  function stop() {
    window.clearTimeout(request.current.timer)
    request.current.abort?.abort()
  }

  return {
    list: { id: listId, rows, shown, active, typed, choose },
    status: shown ? (answer?.found ?? '') : '',
    failed,
    inputProps: scripted
      ? {
          role: 'combobox',
          autoComplete: 'off',
          'aria-autocomplete': 'list' as const,
          'aria-expanded': shown,
          'aria-controls': shown ? listId : undefined,
          'aria-activedescendant': shown && active >= 0 ? rowId(listId, active) : undefined,
          onChange,
          onKeyDown,
          onBlur: () => setOpen(false),
        }
      : { autoComplete: 'organization', onChange },
  }
}

export const rowId = (listId: string, index: number) => `${listId}-${index}`
