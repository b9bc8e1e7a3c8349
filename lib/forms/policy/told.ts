import type { EditedQuestion } from '#lib/forms/policy/edited'

/** A question in plain values, as the audit keeps it: what differs between two of these was changed. */
export function toldQuestion(
  question: Omit<EditedQuestion, 'id' | 'sectionId' | 'archived' | 'revision' | 'answered'>,
) {
  const { kind, dataClass, required, requiredFrom, staffOnly, min, max, earliest, latest } = question
  const [main = ''] = Object.keys(question.label)
  const words = (name: string, texts: Record<string, string>) =>
    Object.entries(texts).map(([locale, text]) => [`${name}.${locale}`, text])
  return {
    ...{ kind, dataClass, required, requiredFrom, staffOnly, min, max, earliest, latest },
    types: [...question.typeIds].sort().join(' '),
    condition: question.condition ? JSON.stringify(question.condition) : '',
    options: question.options
      .filter((option) => !option.archived)
      .map((option) => (option.label[main] ? Object.values(option.label).filter(Boolean).join(' / ') : ''))
      .join('; '),
    ...Object.fromEntries([...words('label', question.label), ...words('help', question.help)]),
  } as Record<string, unknown>
}
