import { sealed } from '#lib/attendees/policy/sealed'
import { env } from '#lib/env'

/** How long the owner of a new address has to say that it is theirs. */
export const NEW_ADDRESS_MS = 3 * 24 * 3_600_000

export type AskedAddress = { attendeeId: string; email: string; linkVersion: number }

/** What only the letter to the new address has. It opens nothing of the registration until its button is pressed. */
export const newAddressToken = ({ attendeeId, email, linkVersion }: AskedAddress): string =>
  sealed('new address', attendeeId, [email, linkVersion])

export const newAddressLink = (asked: AskedAddress): string => `${env().url}/address/${newAddressToken(asked)}`
