/**
 * Expected refusals are values, bugs throw.
 * A mutation answers `Result<Value, Refusal>`: the refusal is a closed union of reasons, each with what the reader needs to be told.
 */
export type Result<Value, Refusal extends { reason: string }> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & Refusal)

export function done(): { readonly ok: true; readonly value: undefined }
export function done<Value>(value: Value): { readonly ok: true; readonly value: Value }
export function done(value?: unknown) {
  return { ok: true, value } as const
}

export function refuse<Reason extends string>(reason: Reason): { readonly ok: false; readonly reason: Reason }
export function refuse<Reason extends string, Detail extends object>(
  reason: Reason,
  detail: Detail,
): { readonly ok: false; readonly reason: Reason } & Detail
export function refuse(reason: string, detail: object = {}) {
  return { ok: false, reason, ...detail } as const
}
