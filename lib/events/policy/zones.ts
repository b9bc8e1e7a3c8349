import { offset } from '#lib/format'

/** Every time zone there is, by its IANA name, with its offset at that moment: `Asia/Bishkek (UTC+6)`. */
export const timeZones = (now: Date): { value: string; label: string }[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((zone) => ({
    value: zone,
    label: `${zone.replaceAll('_', ' ')} (${offset(zone, now)})`,
  }))
