import { hashSecret } from '#lib/ids'

/**
 * Stands for the values a form showed. A save is refused when they are others by then, so that two organizers do not overwrite
 * one another, and those who work on different pages are not in each other's way.
 */
export const stampOf = (values: object): string => hashSecret(JSON.stringify(values)).slice(0, 20)

/** Stands for the notice in force, however many consented to it. */
export const noticeStamp = (versions: readonly { version: number; bodies: object }[]): string =>
  stampOf({ version: versions[0]?.version ?? 0, bodies: versions[0]?.bodies ?? {} })
