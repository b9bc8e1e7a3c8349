import { expect, it } from 'vitest'
import { withChoice } from '#lib/institutions/policy/choice'

const asked = { institution: 'Academy', institutionAsked: 'Academy', institutionChoice: 'a' }

it('takes an answer while the text it was asked about stands', () => {
  expect(withChoice(asked).institutionId).toBe('a')
  expect(withChoice({ ...asked, institution: 'Other' }).institutionId).toBe('')
})

it('forgets what was chosen for another text, which without script nothing else tells', () => {
  const chosen = { institution: 'Academy', institutionFor: 'Academy', institutionId: 'a' }
  expect(withChoice(chosen).institutionId).toBe('a')
  expect(withChoice({ ...chosen, institution: 'Other' }).institutionId).toBe('')
})
