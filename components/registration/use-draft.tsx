'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'

type Values = Record<string, string>

/** Consents are given anew each time, the page says which notice and event; React's own fields begin with `$`. */
const LEFT_OUT = /^(\$|(privacy|listed|noticeId|event|locale)$)/

/**
 * Keeps what is typed into a form in this browser tab, so that a reload, a wander off or a lost connection loses nothing.
 * What the server sent back (`fresh` false), what was typed before the script came and what the browser itself restored go first.
 */
export function useDraft(
  name: string,
  form: RefObject<HTMLFormElement | null>,
  fresh: boolean,
): { draft: Values | null; keep: () => void } {
  const [draft, setDraft] = useState<Values | null>(null)
  const [focused, setFocused] = useState('')

  useEffect(() => {
    const kept = fresh ? read(name) : null
    if (!kept || !form.current) return
    const there = valuesOf(form.current)
    const values = { ...kept, ...touched(form.current) }
    if (Object.keys(values).every((field) => values[field] === there[field])) return
    const at = document.activeElement
    if (at instanceof HTMLElement && form.current.contains(at)) setFocused(at.id)
    setDraft(values)
  }, [name, form, fresh])

  // The fields were made anew to hold the draft.
  useEffect(() => {
    if (draft && focused) document.getElementById(focused)?.focus()
  }, [draft, focused])

  const keep = useCallback(() => {
    if (form.current) write(name, valuesOf(form.current))
  }, [name, form])
  return { draft, keep }
}

export const draftName = (slug: string) => `serai-draft:${slug}`

function valuesOf(form: HTMLFormElement): Values {
  const entries = [...new FormData(form)].filter(([field, value]) => typeof value === 'string' && !LEFT_OUT.test(field))
  return Object.fromEntries(entries) as Values
}

/** The fields that no longer say what the server wrote into them. */
function touched(form: HTMLFormElement): Values {
  const values = valuesOf(form)
  const names = Array.from(form.elements)
    .filter((field) =>
      field instanceof HTMLSelectElement
        ? field.selectedIndex > 0
        : field instanceof HTMLInputElement &&
          (field.type === 'radio' ? field.checked && !field.defaultChecked : field.value !== field.defaultValue),
    )
    .map((field) => field.getAttribute('name') ?? '')
  return Object.fromEntries(Object.entries(values).filter(([field]) => names.includes(field)))
}

/** A browser may forbid storage; then there is no draft. */
function read(name: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

function write(name: string, values: Values): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(values))
  } catch {}
}
