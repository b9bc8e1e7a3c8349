/** Registers so many people for a new event, in the database that the environment names: as many letters wait. Run as a program, beside a server or without one. */
import { disconnect } from '#db/client'
import { register } from '#lib/attendees/mutations/register'
import { ANONYMOUS } from '#lib/auth/actor'
import { filledForm, makeEvent, WORDING } from '#tests/setup/factories'

const [name = '', people = '0'] = process.argv.slice(2)
const day = 86_400_000
const now = new Date()
const event = await makeEvent({
  slug: name,
  opensAt: new Date(now.getTime() - day),
  closesAt: new Date(now.getTime() + day),
  startsOn: '2099-04-23',
  endsOn: '2099-04-24',
  capacity: null,
})
for (let i = 0; i < Number(people); i++) {
  const form = filledForm(event, { email: `${name}.${i}@mail.test` })
  const result = await register(ANONYMOUS, name, form, WORDING, now)
  if (!result.ok) throw new Error(result.reason)
}
await disconnect()
