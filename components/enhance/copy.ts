/** Copies a text. Without script, or where the browser forbids it, there is no button: the text stands beside it. */
class CopyText extends HTMLElement {
  connectedCallback() {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#begin())
    else this.#begin()
  }

  #begin() {
    this.hidden = !('clipboard' in navigator)
    this.querySelector('button')?.addEventListener('click', () => void this.#copy())
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.dataset.text ?? '')
      const status = this.querySelector('[role=status]')
      if (status) status.textContent = this.dataset.copied ?? ''
    } catch {
      this.hidden = true
    }
  }
}

customElements.define('copy-text', CopyText)
