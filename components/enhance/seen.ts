/** Tells that a page with `data-seen` was looked at: once it is in sight, so that what opens links ahead of people does not count. */
const seen = document.querySelector<HTMLElement>('[data-seen]')?.dataset.seen
if (seen) {
  const tell = () => {
    if (document.visibilityState !== 'visible') return
    document.removeEventListener('visibilitychange', tell)
    // It is told once more with the next press: a lost connection is no harm.
    fetch(seen, { method: 'POST', keepalive: true }).catch(() => {})
  }
  document.addEventListener('visibilitychange', tell)
  tell()
}
