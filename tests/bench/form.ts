/**
 * How long a form of 60 questions takes beside one of 6: `npm run bench -- form`. Against the production server, by the form's own requests: the page, the page that comes
 * back with errors, and a registration that is taken. Both are asked in turns; medians in milliseconds, the last line is JSON.
 */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { QuestionKind } from '#db/enums'
import setup from '#tests/e2e/support/setup'

const ROUNDS = 25
const KINDS: QuestionKind[] = ['short', 'one', 'number', 'yes-no', 'several', 'date']
const OPTIONS = ['A', 'B', 'C', 'D']

execFileSync(process.execPath, ['serai.mjs', 'build'], { stdio: 'inherit' })
const stop = await setup()
try {
  const { openEvent, institution } = await import('#tests/e2e/support/person')
  const { makeForm } = await import('#tests/setup/forms')
  const { formOf, send } = await import('#tests/e2e/support/form')
  await institution('Measured Academy')
  const sizes = [6, 60]
  const asked = await Promise.all(
    sizes.map(async (n) => {
      const event = await openEvent({ capacity: null })
      const questions = Array.from({ length: n }, (_, i) => {
        const kind = KINDS[i % KINDS.length] ?? 'short'
        return { kind, required: true, ...(['one', 'several'].includes(kind) && { options: OPTIONS }) }
      })
      const sections = Array.from({ length: Math.ceil(n / 6) }, (_, i) => ({
        questions: questions.slice(i * 6, i * 6 + 6),
      }))
      const form = await makeForm(event.id, sections)
      const answers = form.questions.map(
        ({ id, options }, i) => [`q.${id}`, answerOf(KINDS[i % KINDS.length], options)] as const,
      )
      return {
        n,
        event,
        answers,
        page: `${process.env.SERAI_URL}/e/${event.slug}/register`,
        times: { page: [] as number[], errors: [] as number[], register: [] as number[] },
      }
    }),
  )
  for (let round = -3; round < ROUNDS; round++)
    for (const { event, answers, page, times } of asked) {
      const keep = (kind: keyof typeof times, ms: number) => round >= 0 && times[kind].push(ms)
      keep('page', await timed(async () => void (await (await fetch(page)).text())))
      const form = await formOf(page, 'name="event"')
      for (const [name, value] of Object.entries(person(event.typeIds[0] ?? ''))) form.set(name, value)
      keep('errors', await timed(async () => expectStatus(await send(page, form), 200)))
      for (const [name, value] of answers) form.set(name, value)
      keep('register', await timed(async () => expectStatus(await send(page, form), 303)))
    }
  const figures = Object.fromEntries(
    asked.map(({ n, times }) => [
      `q${n}`,
      Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, median(all)])),
    ]),
  )
  console.table(figures)
  console.log(JSON.stringify({ name: 'form', ...figures }))
} finally {
  await stop()
}

function answerOf(kind: QuestionKind | undefined, options: string[]): string {
  if (options[0]) return options[0]
  return { number: '12', 'yes-no': '1', date: '2027-04-23' }[kind as 'number'] ?? 'Some words'
}

function person(typeId: string) {
  return {
    email: `${randomUUID()}@mail.test`,
    givenName: 'Measured',
    familyName: 'Person',
    institution: 'Measured Academy',
    countryCode: 'KG',
    typeId,
    privacy: '1',
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function expectStatus({ status, body }: { status: number; body: string }, wanted: number): void {
  if (status !== wanted) throw new Error(`Answered ${status}: ${body.replace(/<[^>]*>/g, ' ').slice(0, 600)}`)
}

/** In milliseconds, to a tenth. */
function median(times: number[]): number {
  return Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0) * 10) / 10
}
