import { open } from '#db/engines/sqlite'
import { diagnose, type Finding } from '#lib/attendees/queries/diagnosis'
import { system } from '#lib/auth/actor'
import { env } from '#lib/env'
import { recount } from '#lib/seats/mutations/recount'

/** `doctor [--repair]`: says what in the database is not as it must be, and what to do; counts anew, after a whole copy beside the file. Ends with 1 while something is wrong. */
export async function doctor([option]: string[]): Promise<number> {
  if (option !== undefined && option !== '--repair') {
    console.error('Use: npm run serai -- doctor [--repair]')
    return 2
  }
  const before = tell(await diagnose())
  if (option !== '--repair' || !before.some((finding) => finding.kind === 'count')) return before.length > 0 ? 1 : 0
  const copy = backUp()
  console.log(`A whole copy is in ${copy}.`)
  const repaired = await recount(system('command-line'))
  console.log(`${repaired.ok ? repaired.value : 0} counts set right.`)
  return tell(await diagnose()).length > 0 ? 1 : 0
}

/** Prints what was found. Answers the faults: a limit that somebody went past is told, but is none. */
function tell(findings: Finding[]): Finding[] {
  for (const { event, text, kind, id } of findings)
    console.log(`${kind === 'above' ? 'note' : 'WRONG'}  ${event}  ${text}  (${id})`)
  const faults = findings.filter((finding) => finding.kind !== 'above')
  for (const advice of adviceFor(faults)) console.log(advice)
  console.log(faults.length === 0 ? 'All is as it must be.' : `${faults.length} wrong.`)
  return faults
}

const COUNT = 'A count is set right by: npm run serai -- doctor --repair'
const SEATS =
  'Who sits in the wrong pools is seated anew when a limit of the event is set, under “Limits”; it can be taken away at once. Whose status and seats have nothing in common: cancel and confirm at the desk, or the other way round.'
const WAITS =
  'Who waits though there is room moves up when a limit of the event is saved, be it unchanged, under “Limits”; or confirm the person at the desk.'
const ADVICE: Partial<Record<Finding['kind'], string>> = {
  count: COUNT,
  'seat-missing': SEATS,
  'seat-left': SEATS,
  waits: WAITS,
}

/** What to do about what was found, each advice once. Counts come first: what else is wrong may be so because of them. */
const adviceFor = (faults: readonly Finding[]): Set<string> =>
  new Set(
    faults
      .toSorted((a, b) => Number(b.kind === 'count') - Number(a.kind === 'count'))
      .flatMap(({ kind }) => ADVICE[kind] ?? []),
  )

function backUp(): string {
  const { databaseFile } = env()
  const copy = `${databaseFile}.before-repair-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  const reader = open(databaseFile, { readonly: true })
  try {
    reader.prepare('vacuum into ?').run(copy)
  } finally {
    reader.close()
  }
  return copy
}
