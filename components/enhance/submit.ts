/** A network may swallow a form: after this long the button may be pressed again. */
const PATIENCE_MS = 30_000

/** A button with `data-pending` says so while its form is under way, keeps the focus and takes no second press. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const button = form.querySelector<HTMLButtonElement>('button[data-pending]')
  if (!button) return
  if (button.getAttribute('aria-busy')) return event.preventDefault()
  const label = button.textContent
  button.setAttribute('aria-busy', 'true')
  button.setAttribute('aria-disabled', 'true')
  button.textContent = button.dataset.pending ?? label
  const again = () => {
    button.removeAttribute('aria-busy')
    button.removeAttribute('aria-disabled')
    button.textContent = label
  }
  window.setTimeout(again, PATIENCE_MS)
  // "Back" brings the page as it was left.
  window.addEventListener('pageshow', again, { once: true })
})
