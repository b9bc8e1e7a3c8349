import { timeWords } from './time-words.js'

const STEP_MS = 15_000

/** Keeps the time that is left up to date. Without script it says what it said when the page came. */
class TimeLeft extends HTMLElement {
  #timer = 0

  connectedCallback() {
    this.#timer = window.setInterval(() => this.#tell(), STEP_MS)
  }

  disconnectedCallback() {
    window.clearInterval(this.#timer)
  }

  #tell() {
    const { until = '', left = '', over = '', soon = '' } = this.dataset
    const seconds = Math.floor((Date.parse(until) - Date.now()) / 1000)
    const words = timeWords(seconds, document.documentElement.lang) || soon
    this.textContent = seconds > 0 ? left.replace('{time}', words) : over
    if (seconds <= 0) window.clearInterval(this.#timer)
  }
}

customElements.define('time-left', TimeLeft)
