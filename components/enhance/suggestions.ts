/** As the server answers: texts are in the reader's language, and in parts of which some answer the query. */
export type Suggestion = {
  id: string
  name: string
  place: string
  countryCode: string | null
  shown: { text: string; hit: boolean }[]
  /** Its name in another language and its place. */
  beside: string
}

/** Draws the rows of a list of suggestions, and one more by which what was typed is added. */
export function drawList(
  list: HTMLElement,
  suggestions: readonly Suggestion[],
  [before = '', after = '']: readonly string[],
  typed: string,
): void {
  const rows = suggestions.map((one) => [
    part('span', 'suggestion-name', ...one.shown.map(({ text, hit }) => (hit ? part('mark', '', text) : text))),
    part('span', 'suggestion-place', one.beside),
  ])
  const add = [part('span', '', before, part('strong', '', typed), after)]
  list.replaceChildren(
    ...[...rows, add].map((content, i) => {
      const row = part('li', i < rows.length ? 'suggestion' : 'suggestion suggestion-add', ...content)
      row.id = `${list.id}-${i}`
      row.setAttribute('role', 'option')
      row.setAttribute('aria-selected', 'false')
      return row
    }),
  )
}

function part(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...content)
  return element
}
