import * as z from 'zod'
import { instantOf } from '#lib/events/policy/zone'
import { line } from '#lib/input'

/** How long texts may be, in signs, and how much may be pasted. */
export const LIMITS = { note: 1000, label: 120, people: 200_000 } as const

/** A date and time of the event's clock. */
export const moment = line(30)
  .refine((text) => text !== '', 'moment')
  .refine((text) => text === '' || instantOf(text, 'UTC') !== null, 'moment')

/** The type in which somebody comes; null leaves it to the person. */
export const type = line(40).transform((id) => id || null)

/** A text of several lines: composed, without what breaks a letter. */
export const words = (max: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/gu, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .refine((text) => text.length <= max, 'too-long')
