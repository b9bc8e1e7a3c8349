import { inLatin } from '#lib/fold'

/** Long enough for a title to be known again, short enough for a poster. */
const LONGEST = 60

/** An address made from a title: `Вода и климат, 2027` → `voda-i-klimat-2027`. Cut between words; `event` where no letter has a Latin spelling. */
export function slugOf(title: string): string {
  const words = inLatin(title)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST)
    if (longer.length > LONGEST) break
    slug = longer
  }
  return slug || 'event'
}

/** The first free address for a title: alone, with the year, then with a number. */
export function freeSlug(title: string, startsOn: string, isFree: (slug: string) => boolean): string {
  const slug = slugOf(title)
  const year = startsOn.slice(0, 4)
  const dated = slug.includes(year) ? slug : `${slug}-${year}`
  let candidate = isFree(slug) ? slug : dated
  for (let n = 2; !isFree(candidate); n++) candidate = `${dated}-${n}`
  return candidate
}
