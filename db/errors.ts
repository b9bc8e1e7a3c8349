/**
 * drizzle puts the values of a failed statement into its error's message, and values are people's data: what leaves the database
 * keeps the statement and the cause, without them.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !('params' in error) || !('query' in error)) return error
  const cause = error.cause instanceof Error ? error.cause : undefined
  const plain = new Error(`${cause?.message ?? 'A statement failed'} (${String(error.query)})`)
  plain.stack = error.stack?.replace(error.message, plain.message) ?? plain.stack ?? ''
  const code = cause && 'code' in cause ? cause.code : undefined
  return code === undefined ? plain : Object.assign(plain, { code })
}
