export const STEPS = ['up', 'down'] as const
export type Step = (typeof STEPS)[number]

/** The list with one thing a place further up or down; at its end it stays. */
export function moved<Item>(list: readonly Item[], item: Item, step: Step): Item[] {
  const from = list.indexOf(item)
  const to = from + (step === 'up' ? -1 : 1)
  const other = list[to]
  if (from < 0 || to < 0 || to >= list.length || other === undefined) return [...list]
  return list.map((one, i) => (i === from ? other : i === to ? item : one))
}
