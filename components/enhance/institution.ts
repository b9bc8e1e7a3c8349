import { drawList, type Suggestion } from './suggestions.js'

const PAUSE_MS = 160
const SHORTEST = 2

/** A row of the list: an institution, or "mine is not listed". */
type Row = Suggestion | 'add'

/**
 * Suggestions for the institution's field, after the pattern of an editable combobox with a list (WAI-ARIA practices). The focus stays in the
 * field; arrows move through the rows, Enter takes one, Escape closes. Until the script runs it is a text field like any other.
 * The markup is InstitutionField's; what was chosen stands in its hidden fields.
 */
class InstitutionChoice extends HTMLElement {
  #rows: Row[] = []
  #active = -1
  #timer = 0
  #loading = false
  #abort = new AbortController()

  connectedCallback() {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#begin())
    else this.#begin()
  }

  disconnectedCallback() {
    this.#stop()
  }

  #begin() {
    const input = this.#input
    for (const [name, value] of Object.entries({
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
    }))
      input.setAttribute(name, value)
    input.addEventListener('input', () => this.#onType())
    input.addEventListener('keydown', (event) => this.#onKey(event))
    input.addEventListener('blur', () => this.#close())
    // The pointer must not take the focus out of the field.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[role=option]') : null
      if (row) this.#choose([...this.#list.children].indexOf(row))
    })
    // A draft or the browser itself may have put back what was chosen.
    this.#showChosen()
  }

  #onType() {
    this.#set({ institutionId: '', institutionPlace: '', institutionFor: '', unlisted: '' })
    const offer = this.#offer
    if (offer) offer.hidden = this.#input.value !== this.#field('institutionAsked')?.value
    this.#showChosen()
    this.#search(PAUSE_MS)
  }

  #onKey(event: KeyboardEvent) {
    const shown = !this.#list.hidden
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !shown) this.#search(0)
    else if (step) this.#move(step)
    else if (shown && event.key === 'Enter') this.#take()
    // A list on its way is called off as well: it must not open after it was sent away.
    else if ((shown || this.#loading) && event.key === 'Escape') this.#close()
    // A list on its way is waited for: Enter would send the form, and nobody has seen what there is to choose.
    else if (!this.#loading || event.key !== 'Enter') return
    event.preventDefault()
  }

  #move(step: number) {
    const from = this.#active < 0 && step < 0 ? 0 : this.#active
    this.#active = (from + step + this.#rows.length) % this.#rows.length
    this.#markActive()
  }

  /** Enter with no row marked marks the first: nobody sends the form by mistake, or takes what was not looked at. */
  #take() {
    if (this.#active < 0) this.#move(1)
    else this.#choose(this.#active)
  }

  #search(pause: number) {
    this.#stop()
    const text = this.#input.value.trim()
    if (text.length < SHORTEST) return this.#close()
    const { signal } = this.#abort
    this.#loading = true
    this.#timer = window.setTimeout(() => void this.#load(text, signal), pause)
  }

  async #load(text: string, signal: AbortSignal) {
    const query = new URLSearchParams({
      q: text,
      country: this.#country?.value ?? '',
      lang: document.documentElement.lang,
    })
    try {
      const response = await fetch(`/api/institutions?${query}`, { signal })
      if (!response.ok) throw new Error(String(response.status))
      const { found, choices } = await response.json()
      if (signal.aborted) return
      this.#loading = false
      this.#unavailable.hidden = true
      this.#open([...choices, 'add'], text, found)
    } catch {
      if (signal.aborted) return
      this.#close()
      this.#unavailable.hidden = false
    }
  }

  #open(rows: Row[], typed: string, found: string) {
    if (document.activeElement !== this.#input) return
    this.#rows = rows
    this.#active = -1
    const suggestions = rows.filter((row) => row !== 'add')
    drawList(this.#list, suggestions, (this.dataset.add ?? '').split('{name}'), typed)
    this.#list.hidden = false
    this.#input.setAttribute('aria-expanded', 'true')
    this.#input.setAttribute('aria-controls', this.#list.id)
    this.#status.textContent = found
    this.#markActive()
    this.#list.scrollIntoView({ block: 'nearest' })
  }

  #close() {
    this.#stop()
    if (this.#list.hidden) return
    this.#list.hidden = true
    this.#list.replaceChildren()
    this.#rows = []
    this.#active = -1
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-controls')
    this.#input.removeAttribute('aria-activedescendant')
    this.#status.textContent = ''
  }

  #markActive() {
    for (const [i, row] of [...this.#list.children].entries())
      row.setAttribute('aria-selected', String(i === this.#active))
    const row = this.#list.children[this.#active]
    if (!row) return this.#input.removeAttribute('aria-activedescendant')
    this.#input.setAttribute('aria-activedescendant', row.id)
    row.scrollIntoView({ block: 'nearest' })
  }

  #choose(index: number) {
    const row = this.#rows[index]
    if (!row) return
    this.#close()
    if (this.#offer) this.#offer.hidden = true
    if (row === 'add')
      this.#set({ institutionId: '', institutionPlace: '', institutionFor: this.#input.value, unlisted: '1' })
    else {
      this.#input.value = row.name
      if (this.#country?.value === '' && row.countryCode) this.#country.value = row.countryCode
      this.#set({ institutionId: row.id, institutionPlace: row.place, institutionFor: row.name, unlisted: '' })
    }
    this.#showChosen()
    this.#status.textContent = row === 'add' ? this.#part('added').textContent : `${row.name}, ${row.place}`
    if (row === 'add') this.#field('institutionCity')?.focus()
    // Hidden fields change without an event, which whoever keeps a draft of the form waits for.
    this.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** What the hidden fields say, in sight. */
  #showChosen() {
    const value = (name: string) => this.#field(name)?.value ?? ''
    const unlisted = value('unlisted') === '1'
    const place = value('institutionPlace')
    const [listed, added] = [this.#part('listed'), this.#part('added')]
    listed.hidden = place === ''
    const text = listed.querySelector('span')
    if (text) text.textContent = place
    const offering = this.#offer?.hidden === false
    added.hidden = !unlisted || offering
    const city = this.#part('city')
    if (!offering && this.#offer?.contains(city)) this.append(city)
    city.hidden = !offering && !unlisted
  }

  #set(values: Record<string, string>) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.#field(name)
      if (field) field.value = value
    }
  }

  #stop() {
    window.clearTimeout(this.#timer)
    this.#abort.abort()
    this.#abort = new AbortController()
    this.#loading = false
  }

  #field = (name: string) => this.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  #part = (name: string) => this.querySelector(`[data-part="${name}"]`) as HTMLElement
  get #input() {
    return this.#field('institution') as HTMLInputElement
  }
  get #list() {
    return this.#part('list')
  }
  get #status() {
    return this.#part('status')
  }
  get #unavailable() {
    return this.#part('unavailable')
  }
  get #offer() {
    return this.querySelector<HTMLElement>('[data-part="offer"]')
  }
  get #country() {
    const field = this.#input.form?.elements.namedItem(this.dataset.country ?? '')
    return field instanceof HTMLSelectElement ? field : null
  }
}

customElements.define('institution-choice', InstitutionChoice)
