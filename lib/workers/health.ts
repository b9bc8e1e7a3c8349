import 'server-only'
import { countPublished } from '#lib/events/queries/event'
import { logger } from '#lib/log'

export async function isHealthy(): Promise<boolean> {
  try {
    await countPublished()
    return true
  } catch (error) {
    logger('health').error({ err: error }, 'the database does not answer')
    return false
  }
}
