/** Where typing goes: keys mean letters there. */
const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, details[open]'

/**
 * Listens to the keys of a list until the returned function is called: `/` to the search, arrows or j and k from row to row, Home and End, x or the space bar to tick the row, `?` for help.
 * The cursor is the focus itself, so Enter opens and nothing is selected that cannot be seen. Without `letters` only the keys that write nothing count.
 */
export function listenToListKeys(help: () => void, letters: boolean): () => void {
  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.key.length === 1 && !letters) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    const act = actOf(event)
    if (!act) return
    if (act === 'help') help()
    else if (act === 'tick') {
      if (!tickRow(event)) return
    } else if (act === 'search') document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
    else if (!moveTo(act)) return
    event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

type Move = 'next' | 'previous' | 'first' | 'last'

/** By the letter, or by where the key is: a Cyrillic keyboard has no j, and its slash key writes a dot. */
function actOf({ key, code, shiftKey }: KeyboardEvent): Move | 'search' | 'help' | 'tick' | undefined {
  if (key === '?') return 'help'
  if (key === '/' || (key === '.' && code === 'Slash')) return 'search'
  if (shiftKey) return undefined
  if (key === 'ArrowDown' || code === 'KeyJ') return 'next'
  if (key === 'ArrowUp' || code === 'KeyK') return 'previous'
  if (code === 'KeyX' || key === ' ') return 'tick'
  if (key === 'Home') return 'first'
  if (key === 'End') return 'last'
  return undefined
}

/** Moves the focus to a row's link; Home and End only from within the list, where they would not scroll the page. */
function moveTo(move: Move): boolean {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('.datatable .row-name')]
  if (rows.length === 0) return false
  const here = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
  if (here < 0 && move !== 'next' && move !== 'previous') return false
  const targets = { next: here + 1, previous: here < 0 ? rows.length - 1 : here - 1, first: 0, last: rows.length - 1 }
  rows[Math.max(0, Math.min(rows.length - 1, targets[move]))]?.focus()
  return true
}

/** Ticks the row one is in, or takes the tick away. The space bar does so on the name; on the box itself it does by itself. */
function tickRow({ key }: KeyboardEvent): boolean {
  const here = document.activeElement
  if (key === ' ' && !here?.matches('.row-name')) return false
  const box = here?.closest('.datatable tr')?.querySelector<HTMLInputElement>('.tick input')
  box?.click()
  return box !== undefined && box !== null
}
