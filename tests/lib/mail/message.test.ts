import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { env } from '#lib/env'
import { closeTransport, deliver, type Mail } from '#lib/mail/transport'
import { mailServer } from '#tests/setup/smtp'

const server = await mailServer()
beforeAll(() => {
  Object.assign(env(), { smtpUrl: server.url(), mailTimeoutMs: 3000 })
})
beforeEach(() => {
  server.follow()
  server.taken.length = 0
})
afterAll(async () => {
  closeTransport({ force: true })
  await server.down()
})

const mail: Mail = {
  id: '0190a0b0-0000-7000-8000-000000000001',
  to: 'aigerim@mail.test',
  subject: 'Ваше место подтверждено',
  text: 'Здравствуйте!',
  html: '<p>Здравствуйте!</p>',
  locale: 'ru',
}
async function sent(change: Partial<Mail> = {}): Promise<{ raw: string; head: string; email: Email }> {
  expect(await deliver({ ...mail, ...change })).toEqual({ ok: true })
  const raw = server.taken.at(-1)?.raw ?? ''
  return { raw, head: raw.slice(0, raw.indexOf('\n\n')), email: await PostalMime.parse(raw) }
}
const header = (email: Email, key: string) => email.headers.filter((one) => one.key === key).map((one) => one.value)

it('is plain text beside HTML, says that a program sent it, and keeps its Message-ID', async () => {
  const { email } = await sent({ replyTo: 'office@conference.test' })
  expect(email).toMatchObject({ subject: mail.subject, messageId: `<${mail.id}@serai.test>` })
  expect([email.text?.trim(), email.html?.trim()]).toEqual([mail.text, mail.html])
  expect(email.replyTo).toMatchObject([{ address: 'office@conference.test' }])
  expect(header(email, 'auto-submitted')).toEqual(['auto-generated'])
  expect(header(email, 'content-language')).toEqual(['ru'])
  expect(header(email, 'list-unsubscribe')).toEqual([])
  expect((await sent()).email.messageId).toBe(email.messageId)
})

it('tells the mail program how to end such letters', async () => {
  const { email } = await sent({ listUnsubscribe: 'https://serai.test/unsubscribe/abc' })
  expect(header(email, 'list-unsubscribe')).toEqual(['<https://serai.test/unsubscribe/abc>'])
  expect(header(email, 'list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
})

it.each(['REQUEST', 'CANCEL'] as const)('carries an event, %s, as mail programs want it', async (method) => {
  const content = `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR\r\n`
  const { raw, email } = await sent({ calendar: { method, content } })
  expect(raw).toMatch(new RegExp(`text/calendar; charset=utf-8;\\s+method=${method}`))
  const files = email.attachments.filter((file) => file.mimeType === 'application/ics')
  expect(files.map((file) => file.filename)).toEqual(['event.ics'])
})

it('carries files', async () => {
  const { email } = await sent({
    attachments: [{ filename: 'Программа.pdf', content: '%PDF', contentType: 'application/pdf' }],
  })
  expect(email.attachments.map((file) => [file.filename, file.mimeType])).toEqual([
    ['Программа.pdf', 'application/pdf'],
  ])
})

it('nothing that people typed becomes another header or another reader', async () => {
  const evil = 'x\r\nBcc: victim@mail.test\r\n\r\nbody'
  const { head, email } = await sent({
    subject: evil,
    locale: evil,
    replyTo: `office@conference.test, ${evil}`,
    listUnsubscribe: `https://serai.test/${evil}`,
    attachments: [{ filename: evil, content: 'x', contentType: `text/plain${evil}` }],
    calendar: { method: 'REQUEST', content: 'x', filename: evil },
  })
  expect(head).not.toMatch(/^bcc:/im)
  expect(email.bcc ?? []).toEqual([])
  expect(header(email, 'reply-to')).toEqual([])
  expect(server.taken.map((one) => one.to)).toEqual([mail.to])
})

it.each([
  'one@mail.test, two@mail.test',
  'Name <one@mail.test>',
  'one@mail.test\r\nRCPT TO:<two@mail.test>',
  'one@mail.test>two',
  'group: one@mail.test;',
  '"a b"@mail.test',
  '',
])('is never sent to what is not one address: %j', async (to) => {
  await expect(deliver({ ...mail, to })).rejects.toThrow('not one address')
  expect(server.taken).toEqual([])
})

it('cut off when most of a big one is on its way: it has not gone, and that is known', async () => {
  const big = { filename: 'big.bin', content: Buffer.alloc(20_000_000, 'x'), contentType: 'application/octet-stream' }
  server.follow({ message: () => 'cut' })
  expect(await deliver({ ...mail, attachments: [big] })).toMatchObject({ ok: false, reason: 'lost', doubtful: false })
  server.follow({ message: () => 'swallow' })
  expect(await deliver(mail)).toMatchObject({ ok: false, reason: 'lost', doubtful: true })
})

it('a server whose words trickle is not waited for without end', async () => {
  Object.assign(env(), { mailTimeoutMs: 250 })
  closeTransport({ force: true })
  server.follow({ message: () => 'trickle' })
  expect(await deliver(mail)).toMatchObject({ ok: false, reason: 'lost', doubtful: true })
})
