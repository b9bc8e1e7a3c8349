/** A form of a page as a browser without script would send it: its hidden fields, from the HTML that the server wrote. */
export async function formOf(address: string, holding: string, cookie = ''): Promise<FormData> {
  return formIn(await (await fetch(address, { headers: { cookie } })).text(), holding, address)
}

/** The same of a page that is there. */
export function formIn(html: string, holding: string, address: string): FormData {
  const found = html.match(/<form[\s\S]*?<\/form>/g)?.find((form) => form.includes(holding))
  if (!found) throw new Error(`No form with ${holding} on ${address}`)
  const data = new FormData()
  for (const [input] of found.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name) data.append(unescaped(name), unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''))
  }
  return data
}

/** Sends it to the page it stood on. Answers where the reader is sent, or the status when nowhere. */
export async function send(
  address: string,
  data: FormData,
  cookie = '',
): Promise<{ status: number; location: string | null; body: string }> {
  const answer = await fetch(address, {
    method: 'POST',
    body: data,
    redirect: 'manual',
    headers: { origin: new URL(address).origin, ...(cookie && { cookie }) },
  })
  return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() }
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
