import { type Piece, piecesOf } from '#lib/forms/policy/answer'
import { fieldName, type Typed, typedAnswers } from '#lib/forms/policy/names'
import { type Problem, problemOf } from '#lib/forms/policy/problem'
import type { Asked } from '#lib/forms/policy/question'
import { shownOf } from '#lib/forms/policy/shown'
import { tell } from './told.js'

type Placed = { asked: Asked; element: HTMLElement }

/**
 * The questions of a form while one fills it in: those whose condition does not hold are out of sight, and what will not do is said where it
 * was typed, by the rules the server has too. The markup is `Questions` (components/form).
 */
class Questionnaire {
  readonly #root: HTMLElement
  readonly #form: HTMLFormElement
  readonly #placed: Placed[]
  readonly #known: Record<string, Piece[]>

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.#root = root
    this.#form = form
    this.#known = JSON.parse(root.dataset.known ?? '{}')
    this.#placed = [...root.querySelectorAll<HTMLElement>('[data-question]')].map((element) => ({
      asked: JSON.parse(element.dataset.question ?? '{}'),
      element,
    }))
    for (const only of root.querySelectorAll<HTMLElement>('[data-only]')) only.hidden = true
    form.addEventListener('input', () => this.#show())
    form.addEventListener('change', (event) => this.#check(event.target))
    // Reset and "back" change fields without a word.
    window.addEventListener('pageshow', () => this.#show())
    this.#show()
  }

  #show(): void {
    const typed = this.#typed()
    const shown = new Set(shownOf(this.#everything(), this.#reader, this.#answers(typed)).map(({ id }) => id))
    for (const { asked, element } of this.#placed) {
      element.hidden = !shown.has(asked.id)
      delete element.dataset.later
    }
    for (const section of this.#root.querySelectorAll<HTMLElement>('[data-section]'))
      section.hidden = !section.querySelector('[data-question]:not([hidden])')
  }

  /** Empty fields are left in peace until the form is sent. */
  #check(target: EventTarget | null): void {
    const placed = this.#placed.find(({ element }) => target instanceof Node && element.contains(target))
    if (!placed || (target instanceof HTMLInputElement && target.type === 'file')) return
    const pieces = piecesOf(placed.asked, this.#typed())
    const found = pieces.length > 0 ? problemOf(placed.asked, pieces, { today: this.#root.dataset.today ?? '' }) : null
    // The day of a journey may still be on its way.
    const problem = found?.code === 'day-first' ? null : found
    tell(placed.element, fieldName(placed.asked.id, problem?.part), problem && this.#words(problem))
  }

  #words({ code, limit = '' }: Problem): string {
    const words: Record<string, string> = JSON.parse(this.#root.dataset.words ?? '{}')
    return (words[code] ?? '').replace('{limit}', limit)
  }

  #typed = (): Typed => typedAnswers(new FormData(this.#form))

  /** Questions of other pages stand first: conditions here may ask for them. */
  #everything = (): Asked[] => [
    ...Object.keys(this.#known).map((id) => ({ ...ELSEWHERE, id })),
    ...this.#placed.map(({ asked }) => asked),
  ]

  #answers = (typed: Typed) => (asked: Asked) => this.#known[asked.id] ?? piecesOf(asked, typed)

  get #reader() {
    const type = this.#root.dataset.type ?? new FormData(this.#form).get('typeId')
    return { typeId: typeof type === 'string' ? type : '', staff: this.#root.dataset.staff !== undefined }
  }
}

/** Of a question that is not on the page only its answer matters. */
const ELSEWHERE: Omit<Asked, 'id'> = {
  kind: 'short',
  required: false,
  requiredFrom: null,
  staffOnly: false,
  min: null,
  max: null,
  earliest: null,
  latest: null,
  condition: null,
  typeIds: [],
  options: [],
}

function begin(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-questions]')) {
    const form = root.closest('form')
    if (!form || root.dataset.begun) continue
    root.dataset.begun = 'yes'
    new Questionnaire(root, form)
  }
}

begin()
document.addEventListener('serai:page', begin)
