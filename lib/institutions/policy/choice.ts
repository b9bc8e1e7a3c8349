type Typed = Record<string, string>

/** What was chosen, in the list or in answer to "Which one?", counts while the text it was chosen for stands: without script nothing else tells that it was changed. */
export function withChoice(typed: Typed): Typed {
  const answer = typed.institutionAsked === typed.institution ? typed.institutionChoice : undefined
  if (answer) return { ...typed, institutionId: answer, unlisted: '', institutionFor: typed.institution ?? '' }
  if (typed.institutionFor === typed.institution) return typed
  return { ...typed, institutionId: '', institutionPlace: '', unlisted: '' }
}
