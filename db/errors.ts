/**
 * A failed statement as it may be told: what the engine said, its code and the statement, without the values. Values are people's
 * data, and engines and drivers put them into their errors' messages, details and properties.
 */
export function failedStatement(error: unknown, sql: string): unknown {
  if (!(error instanceof Error)) return error
  const told = new Error(`${error.message} (${sql})`)
  const code = 'code' in error ? error.code : undefined
  return code === undefined ? told : Object.assign(told, { code })
}
