import { disconnect } from '#db/client'
import * as commands from '#lib/cli/commands'
import { isPrepared } from '#lib/cli/database'
import { doctor } from '#lib/cli/doctor'
import { institutions } from '#lib/cli/institutions'
import { prepare } from '#lib/cli/prepare'
import { readEnv } from '#lib/env'

/** The command line: `npm run serai -- COMMAND …`. It speaks English, like the logs. */
const COMMANDS: Record<string, { usage: string; tells: string; run: (args: string[]) => Promise<number> }> = {
  'sign-in-link': { usage: 'EMAIL', tells: 'prints a one-time sign-in link for a user', run: commands.signInLink },
  admin: {
    usage: 'add|remove EMAIL',
    tells: 'makes somebody an administrator of this instance, or ends that',
    run: commands.admin,
  },
  member: {
    usage: 'add EMAIL EVENT organizer|staff, or remove EMAIL EVENT',
    tells: 'gives a role at an event, or ends it',
    run: commands.member,
  },
  'sign-out': { usage: 'EMAIL', tells: 'ends every session of a user', run: commands.signOut },
  event: {
    usage: 'create FILE.json',
    tells: 'creates an event from a file (lib/events/schema/new-event.ts tells its fields)',
    run: commands.event,
  },
  institutions: {
    usage: 'import FILE.zip',
    tells: 'takes a dump of ROR (ror.org, schema 2) into the registry, beside the running server; again, to update it',
    run: institutions,
  },
  doctor: {
    usage: '[--repair]',
    tells: 'says what in the database is not as it must be; repairs the counts, after a copy',
    run: doctor,
  },
  example: { usage: 'remove', tells: 'removes the example event with all that belongs to it', run: commands.example },
  prepare: { usage: '', tells: 'creates or migrates the database (npm start does this)', run: prepare },
}

const [name = 'help', ...args] = process.argv.slice(2)
process.exitCode = await main()

async function main(): Promise<number> {
  const command = COMMANDS[name]
  if (!command) {
    console.log(help())
    return name === 'help' ? 0 : 2
  }
  const config = readEnv(process.env)
  if (!config.ok) {
    console.error(['Serai is not configured right:', ...config.problems.map((problem) => `  ${problem}`)].join('\n'))
    return 1
  }
  try {
    if (name !== 'prepare' && !isPrepared()) {
      console.error('There is no database of this version yet: run npm start (or npm run serai -- prepare) first.')
      return 1
    }
    return await command.run(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  } finally {
    await disconnect()
  }
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(
    ([command, { usage, tells }]) => `  ${`${command} ${usage}`.trim()}\n      ${tells}`,
  )
  return ['npm run serai -- COMMAND', ...lines].join('\n')
}
