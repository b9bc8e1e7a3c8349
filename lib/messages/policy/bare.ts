/**
 * A letter's text without what only its reader should open: of our own addresses the public ones stay, in place of the others stands `word`. Who reads
 * the mail of others learns what was written, and nothing to get in with.
 */
export function withoutOwnLinks(text: string, url: string, word: string): string {
  const ours = new RegExp(`${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/[^\\s<>)"]*)?`, 'g')
  return text.replace(ours, (address, path = '') => (PUBLIC.test(path) ? address : word))
}

/** None with a query but the language: an invitation or what somebody told before may stand there. */
const PUBLIC = /^(\/?$|\/e\/[^?#]*(\?lang=[a-z-]+)?$|\/link$|\/calendar\.ics$)/
