'use client'
import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useTransition } from 'react'

const PAUSE_MS = 300

/**
 * The bar over a list. A plain GET form without script; with it, a choice or a pause in typing shows the list at once.
 * `values` are what the address says now: the fields follow it when one goes back or takes a filter off.
 */
export function ListForm({
  label,
  values,
  columns,
  children,
}: {
  label: string
  values: Record<string, string>
  /** The columns chosen now and those that stand when none are. */
  columns: { chosen: string; standard: string }
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The query that was asked for last and has not come yet. */
  const asked = useRef<string>(undefined)
  const [pending, startTransition] = useTransition()
  const router = useRouter()
  const path = usePathname()

  // Only when the address has changed and no newer choice is on its way: between a choice and its answer the fields are ahead of it.
  const said = JSON.stringify([values, columns.chosen])
  useEffect(() => {
    const [fields, chosen]: [Record<string, string>, string] = JSON.parse(said)
    if (asked.current !== undefined && asked.current !== location.search.slice(1)) return
    asked.current = undefined
    if (form.current) setFields(form.current, fields, chosen.split(','))
  }, [said])
  useEffect(() => closeFoldsOutside(form), [])

  function show(replaces: boolean) {
    clearTimeout(pause.current)
    if (!form.current) return
    const query = listQuery(new FormData(form.current), columns.standard)
    asked.current = query
    const href = query ? `${path}?${query}` : path
    startTransition(() => (replaces ? router.replace(href, { scroll: false }) : router.push(href, { scroll: false })))
  }

  function onInput(event: FormEvent<HTMLFormElement>) {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return
    clearTimeout(pause.current)
    pause.current = setTimeout(() => show(true), PAUSE_MS)
  }

  return (
    <form
      ref={form}
      className="bar"
      role="search"
      aria-label={label}
      aria-busy={pending}
      onInput={onInput}
      onChange={(event) => (event.target as HTMLElement).matches('select, input[type="checkbox"]') && show(false)}
      onSubmit={(event) => {
        event.preventDefault()
        show(false)
      }}
    >
      {children}
    </form>
  )
}

/** The form as an address: without empty fields, the columns in one. */
function listQuery(data: FormData, standard: string): string {
  const params = new URLSearchParams()
  for (const [name, value] of data)
    if (typeof value === 'string' && value.trim() && name !== 'cols') params.set(name, value.trim())
  const columns = data.getAll('cols').join(',')
  if (columns !== standard) params.set('cols', columns)
  return params.toString()
}

function setFields(form: HTMLFormElement, values: Record<string, string>, columns: string[]): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue
    const beingTyped = field.type === 'search' && field === document.activeElement
    if (!beingTyped) field.value = value
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="cols"][type="checkbox"]'))
    box.checked = columns.includes(box.value)
}

/** What folds out of the bar folds back at Escape and at a press elsewhere. */
function closeFoldsOutside(form: RefObject<HTMLFormElement | null>): () => void {
  const close = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return
    for (const fold of form.current?.querySelectorAll('details[open]') ?? []) {
      if (event.type === 'pointerdown' && event.target instanceof Node && fold.contains(event.target)) continue
      fold.removeAttribute('open')
      if (event.type === 'keydown') fold.querySelector('summary')?.focus()
    }
  }
  document.addEventListener('pointerdown', close)
  document.addEventListener('keydown', close)
  return () => {
    document.removeEventListener('pointerdown', close)
    document.removeEventListener('keydown', close)
  }
}
