import { open } from '#db/engines/sqlite'
import { diagnose, type Finding } from '#lib/attendees/queries/diagnosis'
import { system } from '#lib/auth/actor'
import { env } from '#lib/env'
import { recount } from '#lib/seats/mutations/recount'

/** `doctor [--repair]`: says what in the database is not as it must be; counts anew, after a whole copy beside the file. Ends with 1 while something is wrong. */
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
  console.log(faults.length === 0 ? 'All is as it must be.' : `${faults.length} wrong.`)
  return faults
}

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
