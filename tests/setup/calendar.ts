import ICAL from 'ical.js'

/** A file with one event, read by another library than the one that wrote it. */
export function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const [vevent, ...others] = calendar.getAllSubcomponents('vevent')
  if (!vevent || others.length > 0) throw new Error('not one event')
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(vevent), vevent }
}

/**
 * From when to when the event goes on, as somebody in a time zone sees it: whole days are the same days everywhere, with the last of them;
 * moments are told by the reader's own clock.
 */
export function shown(file: string, timeZone: string): [from: string, until: string] {
  const { startDate, endDate } = read(file).event
  if (startDate.isDate !== endDate.isDate) throw new Error('a day and a moment')
  if (!startDate.isDate) return [clockOf(startDate), clockOf(endDate)]
  const last = endDate.clone()
  last.adjust(-1, 0, 0, 0)
  return [startDate.toString(), last.toString()]

  function clockOf(time: ICAL.Time): string {
    // Else it would be a time of no zone, which each program takes for its own.
    if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error('not by the clock of UTC')
    const at = new Date(time.toUnixTime() * 1000)
    const local = at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    return local
  }
}
