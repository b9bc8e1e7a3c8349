/** How the fields of a form are called: `q.<question>` or `q.<question>.<part>`. */
export const fieldName = (questionId: string, part = ''): string =>
  part ? `q.${questionId}.${part}` : `q.${questionId}`

/** The question and part that a field belongs to; undefined for fields that are no answers. */
export function questionOfField(name: string): { questionId: string; part: string } | undefined {
  const [prefix, questionId, part = '', ...rest] = name.split('.')
  return prefix === 'q' && questionId !== undefined && rest.length === 0 ? { questionId, part } : undefined
}

/** Parts of a journey. */
export const JOURNEY = ['day', 'time', 'detail'] as const

/** Everything typed into a form, by the name of the field. Several boxes have one name. */
export type Typed = ReadonlyMap<string, readonly string[]>

export const firstOf = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? ''

/** More values than any form has fields: the rest of a forged one is not read. */
const MOST_VALUES = 2000

/** The answers among the fields of a form, files left out. */
export function typedAnswers(form: Iterable<[string, unknown]>): Map<string, string[]> {
  const typed = new Map<string, string[]>()
  let n = 0
  for (const [name, value] of form) {
    if (!name.startsWith('q.') || typeof value !== 'string' || ++n > MOST_VALUES) continue
    typed.set(name, [...(typed.get(name) ?? []), value])
  }
  return typed
}
