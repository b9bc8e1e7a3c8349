/** What an invited person is called: the address where no name is known. */
export const inviteeName = (one: { givenName: string; familyName: string; email: string }): string =>
  [one.givenName, one.familyName].filter(Boolean).join(' ') || one.email
