/** Consents are given anew each time, the page says which notice, event, invitation and code; the framework's own fields begin with `$`. */
const LEFT_OUT = /^(\$|(privacy|listed|noticeId|event|locale|invitation|code)$)/

/** By the name of the field; several boxes have one name. */
type Draft = Record<string, string[]>
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * Keeps what is typed into a form with `data-draft` in this browser tab, so that a reload, a wander off or a lost connection loses nothing.
 * What the server sent back (no `data-fresh`), what was typed before the script came and what the browser itself restored go first.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft][data-fresh]'))
  restore(form, read(form.dataset.draft ?? ''))
for (const change of ['input', 'change'])
  document.addEventListener(change, ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-draft]') : null
    if (form) write(form.dataset.draft ?? '', valuesOf(form))
  })

function restore(form: HTMLFormElement, kept: Draft): void {
  const controls = controlsOf(form)
  const touched = new Set(controls.filter(isTouched).map((control) => control.name))
  for (const control of controls) {
    const values = kept[control.name]
    if (values === undefined || touched.has(control.name) || LEFT_OUT.test(control.name)) continue
    // What the page itself settles, such as the capacity in which somebody is invited, is nobody's typing.
    if (control.dataset.settled !== undefined) continue
    if (isTick(control)) control.checked = values.includes(control.value)
    else if (control.type !== 'file') control.value = values[0] ?? ''
  }
}

function valuesOf(form: HTMLFormElement): Draft {
  const values: Draft = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !LEFT_OUT.test(name)) values[name] = [...(values[name] ?? []), value]
  return values
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  )
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox'
}

/** The control no longer says what the server wrote into it. */
function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return (
      ![...control.options].every((option) => option.selected === option.defaultSelected) && control.selectedIndex > 0
    )
  if (isTick(control)) return control.checked && !control.defaultChecked
  return control.value !== control.defaultValue && control.type !== 'hidden'
}

/** A browser may forbid storage; then there is no draft. */
function read(name: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}')
  } catch {
    return {}
  }
}

function write(name: string, values: Draft): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(values))
  } catch {}
}
