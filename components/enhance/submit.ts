/** A network may swallow a form: after this long the button may be pressed again. */
const PATIENCE_MS = 30_000

/**
 * Sends the forms of a page without leaving it: an answer that leads elsewhere is followed, one that is this page again takes its place, with the focus where it asks
 * for it. So going back and reloading never ask to send once more, and a lost connection loses nothing. Meanwhile the button says so and takes no second press.
 */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const button = (event.submitter ?? form.querySelector('button[type=submit]')) as HTMLButtonElement | null
  if (form.method !== 'post' || new URL(form.action, location.href).pathname !== location.pathname) return
  event.preventDefault()
  if (!button || button.hasAttribute('aria-busy')) return
  const data = new FormData(form, button)
  const again = pending(button)
  send(form, data).catch(() => {
    again()
    tellOffline()
  })
})

/** "Back" brings the page as it was left. */
const waiting = new Set<() => void>()
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const again of waiting) again()
})

async function send(form: HTMLFormElement, data: FormData): Promise<void> {
  const response = await fetch(form.action, { method: 'POST', body: data, signal: AbortSignal.timeout(PATIENCE_MS) })
  if (response.redirected) return location.assign(response.url)
  if (response.status >= 500) throw new Error(String(response.status))
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [main, next] = [document.getElementById('main'), page.getElementById('main')]
  // An answer that is no page of ours, such as a refusal of the server itself, is shown as it is.
  if (!main || !next) return form.submit()
  document.title = page.title
  main.replaceWith(document.adoptNode(next))
  document.dispatchEvent(new Event('serai:page'))
  next.querySelector<HTMLElement>('[autofocus]')?.focus()
}

function pending(button: HTMLButtonElement): () => void {
  const label = button.textContent
  button.setAttribute('aria-busy', 'true')
  button.setAttribute('aria-disabled', 'true')
  button.textContent = button.dataset.pending ?? label
  const again = () => {
    button.removeAttribute('aria-busy')
    button.removeAttribute('aria-disabled')
    button.textContent = label
    waiting.delete(again)
  }
  waiting.add(again)
  return again
}

function tellOffline(): void {
  const notice = document.querySelector<HTMLElement>('[data-offline]')
  if (!notice) return
  notice.hidden = false
  notice.focus()
}
