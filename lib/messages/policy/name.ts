import { fullName } from '#lib/attendees/policy'

/** What a letter calls somebody: a Russian one by the name in Cyrillic, where there is one. */
export function calledIn(
  locale: string,
  person: { givenName: string; familyName: string; nativeName: string },
): string {
  const native = person.nativeName.trim()
  return locale === 'ru' && /^[\p{Script=Cyrillic}\s.’'-]+$/u.test(native) ? native : fullName(person)
}
