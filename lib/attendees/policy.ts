import type { AttendeeStatus } from '#db/enums'
import { fold, sortKey } from '#lib/fold'
import { spellCode } from '#lib/ids'

/** What organizers may do with somebody in a status. */
export const ACTS = {
  confirm: ['pending', 'waiting', 'offered', 'declined', 'cancelled'],
  wait: ['pending', 'confirmed', 'offered', 'declined'],
  offer: ['waiting'],
  decline: ['pending', 'waiting'],
  cancel: ['pending', 'confirmed', 'offered', 'waiting'],
} as const satisfies Record<string, readonly AttendeeStatus[]>

export type Act = keyof typeof ACTS

export const mayFollow = (act: Act, status: AttendeeStatus): boolean =>
  (ACTS[act] as readonly AttendeeStatus[]).includes(status)

/** Who holds back somebody who let an offer run out or refused it: nobody, until the person asks again. */
export const CLOCK = 'clock'

type Names = { givenName: string; familyName: string }

/** `Bekova, Gulnara`: the order of printed lists. One of the two may be empty. */
export const listName = ({ givenName, familyName }: Names) => [familyName, givenName].filter(Boolean).join(', ')

/** `Gulnara Bekova`. */
export const fullName = ({ givenName, familyName }: Names) => [givenName, familyName].filter(Boolean).join(' ')

/** What the list is ordered by. */
export const nameSortKey = ({ givenName, familyName }: Names) => sortKey(familyName, givenName)

/** What the search looks through: names in both orders and scripts, address and code. */
export function searchKey(
  row: Names & { patronymic?: string; nativeName: string; badgeName?: string; email: string; code: string },
): string {
  return [
    row.familyName,
    row.givenName,
    row.patronymic ?? '',
    row.nativeName,
    row.badgeName ?? '',
    row.email,
    row.code,
    spellCode(row.code),
  ]
    .map(fold)
    .filter(Boolean)
    .join(' | ')
}
