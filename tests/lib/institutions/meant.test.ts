import { describe, expect, it } from 'vitest'
import { institutionMeant, institutionsOffered } from '#lib/institutions/queries/meant'
import { makeInstitution } from '#tests/setup/factories'

describe('the institution that is meant', () => {
  it('is the one that was chosen, whatever is typed, else the only one of exactly that name', async () => {
    const [first, second] = [await makeInstitution('Meant Academy One'), await makeInstitution('Meant Academy Two')]
    expect(await institutionMeant({ institution: 'Meant Academy', institutionId: second })).toMatchObject({
      value: second,
    })
    expect(await institutionMeant({ institution: 'meant academy one', institutionId: '' })).toMatchObject({
      value: first,
    })
    expect(await institutionMeant({ institution: 'Meant Academy', institutionId: '' })).toEqual({
      ok: false,
      reason: 'unknown',
    })
    expect((await institutionsOffered('Meant Academy', 'en', null)).map(({ value }) => value).toSorted()).toEqual(
      [first, second].toSorted(),
    )
  })

  it('is nobody where several have the name', async () => {
    await makeInstitution('Meant Twice', 'KG')
    await makeInstitution('Meant Twice', 'UZ')
    expect(await institutionMeant({ institution: 'Meant Twice', institutionId: '' })).toEqual({
      ok: false,
      reason: 'ambiguous',
    })
  })
})
