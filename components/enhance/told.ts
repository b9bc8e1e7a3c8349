/** Shows or takes away the error of a field, as components/ui/field would have written it. */
export function tell(question: HTMLElement, name: string, text: string | null): void {
  for (const old of question.querySelectorAll('[data-told]')) old.remove()
  const control = question.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)
  const field = control?.closest<HTMLElement>('.field') ?? question.querySelector<HTMLElement>('.field')
  // What the server said of this question is settled by a new word.
  for (const line of question.querySelectorAll('.field-error:not([data-told])')) line.remove()
  for (const bad of question.querySelectorAll('[aria-invalid]')) bad.removeAttribute('aria-invalid')
  for (const bad of [...question.querySelectorAll('.field-bad')]) bad.classList.remove('field-bad')
  if (!text || !field || !control) return
  const described = field.matches('fieldset') ? field : control
  const id = `${control.id || name}-error`
  const line = document.createElement('p')
  line.className = 'field-error'
  line.id = id
  line.dataset.told = ''
  line.textContent = text
  field.classList.add('field-bad')
  described.setAttribute('aria-invalid', 'true')
  const by = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id)
  described.setAttribute('aria-describedby', [...by, id].join(' '))
  const before = field.querySelector(':scope > .choices, :scope > .input, :scope > .travel')
  field.insertBefore(line, before)
}
