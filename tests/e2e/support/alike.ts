/** What somebody who guesses sees of an answer, without what differs from one to the next by chance. */
export type Seen = { status: number; headers: Record<string, string>; body: string }

/** Asks the server; `hide` is what was typed, which stands in the answer as well. */
export async function seen(address: string, hide: string, init: RequestInit = {}): Promise<Seen> {
  const answer = await fetch(address, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', origin: new URL(address).origin, ...(init.headers as Record<string, string>) },
  })
  const same = (text: string) => steady(text.replaceAll(hide, 'TYPED').replaceAll(encodeURIComponent(hide), 'TYPED'))
  const headers = [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name))
  return {
    status: answer.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, same(value)])),
    body: same(await answer.text()),
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The scripts tell the same page once more, in pieces whose order is that in which they were ready. */
function steady(text: string): string {
  return text
    .replace(/<script\b[^>]*>[^<]*<\/script>/g, '')
    .replace(/nonce(\\?":\\?"|="|-)[\w+/=]+/g, 'nonce')
    .replace(/(csrf-token=)[^;]+/g, '$1')
    .replace(UUID, 'ID')
}
