import { ownFile } from '#lib/attendees/queries/files'
import { participant } from '#lib/auth/session'
import { fileAnswer } from '#lib/files/answer'

/** A file of one's own, behind the private link. */
export async function GET(_: Request, { params }: RouteContext<'/r/[token]/files/[id]'>): Promise<Response> {
  const { token, id } = await params
  return fileAnswer(await ownFile(await participant(token), id))
}
