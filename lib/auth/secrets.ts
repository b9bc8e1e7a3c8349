import { hkdfSync } from 'node:crypto'
import { env } from '#lib/env'
import { hashSecret } from '#lib/ids'

/** The secret next-auth signs and hashes with, derived from the instance's own. */
export const authSecret = (): string =>
  Buffer.from(hkdfSync('sha256', env().secret, '', 'serai next-auth', 32)).toString('base64url')

/** How next-auth stores a sign-in token: the hash of token and secret (@auth/core, lib/actions/callback). */
export const storedToken = (token: string): string => hashSecret(`${token}${authSecret()}`)

/** Where a sign-in token is used: a page with one button, since mail scanners open links. */
export const signInUrl = (token: string): string => `${env().url}/sign-in/${token}`
