import * as z from 'zod'

/** What has just been done on the desk's page of a form, as its address says. */
export const DEEDS = [
  ...([
    'moved',
    'moved-section',
    'question-added',
    'question-saved',
    'question-unchanged',
    'question-removed',
  ] as const),
  ...(['question-restored', 'section-added', 'section-saved', 'section-removed', 'section-restored'] as const),
] as const

const word = z.string().optional().catch(undefined)

export const outlineView = z.object({
  did: z.enum(DEEDS).optional().catch(undefined),
  /** The question or section it was done to. */
  at: word,
  /** Which way it was moved: its button keeps the focus. */
  way: z.enum(['up', 'down']).optional().catch(undefined),
  refused: z.enum(['needed', 'section-archived']).optional().catch(undefined),
  /** Questions that rely on others: `id~id,id~id`. */
  by: word,
})
export type OutlineView = z.output<typeof outlineView>

export const outlineHref = (slug: string, view: OutlineView = {}): string => {
  const query = new URLSearchParams(Object.entries(view).filter(([, value]) => value) as [string, string][])
  return `/desk/${slug}/form${query.size > 0 ? `?${query}` : ''}${view.at ? `#at-${view.at}` : ''}`
}

export const questionHref = (slug: string, id: string) => `/desk/${slug}/form/questions/${id}`
export const sectionHref = (slug: string, id: string) => `/desk/${slug}/form/sections/${id}`

/** Whom an act of the page is about. */
export const outlineSubject = z.object({
  slug: z.string().default(''),
  id: z.string().default(''),
  what: z.enum(['question', 'section']).catch('question'),
  way: z.enum(['up', 'down']).catch('up'),
  section: z.string().default(''),
  ready: z.string().default(''),
})

export const spellBroken = (by: readonly { questionId: string; on: string }[]): string =>
  by.map(({ questionId, on }) => `${questionId}~${on}`).join(',')

export const readBroken = (text = ''): { questionId: string; on: string }[] =>
  text.split(',').flatMap((pair) => {
    const [questionId, on] = pair.split('~')
    return questionId && on ? [{ questionId, on }] : []
  })
