import 'server-only'
import { sweepFiles } from '#lib/files/mutations/sweep'
import { repeat } from '#lib/workers/repeat'

const HALF_AN_HOUR_MS = 30 * 60_000

/** Sweeps out files that nobody has, as long as the server runs. */
export const startBroom = () => repeat('broom', HALF_AN_HOUR_MS, () => sweepFiles())
