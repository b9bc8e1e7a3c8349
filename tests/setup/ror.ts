const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'
let n = 7_000_000

/** A ROR id with right check digits, another one each time. */
function newRorId(): string {
  const number = ++n
  let text = ''
  for (let rest = number; text.length < 7; rest = Math.floor(rest / 32)) text = SIGNS[rest % 32] + text
  return text + String(98 - ((number * 100) % 97)).padStart(2, '0')
}

type Name = [value: string, kind: 'label' | 'alias' | 'acronym', lang?: string]

/** A record as ROR's schema 2 writes it; the first name is the one shown. */
export function rorRecord({ names }: { names: Name[] }) {
  return {
    id: `https://ror.org/${newRorId()}`,
    status: 'active',
    types: ['education'],
    names: names.map(([value, kind, lang = null], i) => ({
      value,
      types: i === 0 ? ['ror_display', kind] : [kind],
      lang,
    })),
    locations: [{ geonames_details: { name: 'Bishkek', country_code: 'KG' } }],
    domains: [] as string[],
    links: [] as { type: string; value: string }[],
  }
}

export const rorId = (record: { id: string }) => record.id.replace('https://ror.org/', '')
