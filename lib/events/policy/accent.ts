import { contrast, hexInside, type Oklch, oklchOf } from '#lib/events/policy/colour'

/** The four tokens that an event's accent takes the place of. */
export type AccentTokens = { lapis: string; deep: string; wash: string; on: string }
export const LOOKS = ['light', 'dark', 'lightMore', 'darkMore'] as const
export type Look = (typeof LOOKS)[number]

type Ground = { paper: string; sheet: string; well: string; ink: string; soft: string }
const LIGHT: Ground = { paper: '#faf7f0', sheet: '#fefcf9', well: '#f2ede4', ink: '#231d17', soft: '#524a43' }
const DARK: Ground = { paper: '#181410', sheet: '#211d18', well: '#120e0b', ink: '#eeeae2', soft: '#bcb7ae' }
const ON_LIGHT = '#fdfcf8'

/** What the accent stands on, as app/styles/tokens.css has it; a test holds the two together. */
export const ACCENT_GROUNDS = { light: LIGHT, dark: DARK }

/** Text is read at 4.5:1, by who asks for more contrast at 7:1. */
export const LEAST: Record<Look, number> = { light: 4.5, dark: 4.5, lightMore: 7, darkMore: 7 }

/**
 * The tokens of every look from one colour, `#rrggbb`. Its hue stays; it is darkened for light paper and lightened for
 * dark paper just as far as links and buttons need to be read there.
 */
export function accentTokens(accent: string): Record<Look, AccentTokens> {
  return {
    light: lightTokens(accent, LEAST.light),
    dark: darkTokens(accent, LEAST.dark),
    lightMore: lightTokens(accent, LEAST.lightMore),
    darkMore: darkTokens(accent, LEAST.darkMore),
  }
}

function lightTokens(accent: string, least: number): AccentTokens {
  const colour = oklchOf(accent)
  const [, chroma, hue] = colour
  const wash = hexInside([0.95, Math.min(chroma, 0.02), hue])
  const reads = (hex: string) => [LIGHT.paper, LIGHT.sheet, LIGHT.well, wash].every((on) => contrast(hex, on) >= least)
  const [lapis, lightness] = reads(accent) ? [accent, colour[0]] : step(colour, -0.004, reads)
  // Black has nothing darker to turn to when a pointer is on it.
  const deep = hexInside([lightness < 0.14 ? lightness + 0.22 : lightness - 0.08, chroma * 0.85, hue])
  return { lapis, deep, wash, on: ON_LIGHT }
}

function darkTokens(accent: string, least: number): AccentTokens {
  const [lightness, chroma, hue] = oklchOf(accent)
  const wash = hexInside([0.28, Math.min(chroma, 0.048), hue])
  const on = hexInside([0.196, Math.min(chroma, 0.03), hue])
  const grounds = [DARK.paper, DARK.sheet, DARK.well, wash, on]
  const reads = (hex: string) => grounds.every((ground) => contrast(hex, ground) >= least)
  // Strong colours glare on dark paper, so they are paler there; what is light already stays as light.
  const start: Oklch = [Math.max(lightness, 0.7), Math.min(chroma, 0.12), hue]
  const [lapis, to] = step(start, 0.004, reads)
  const deep = hexInside([to > 0.93 ? to - 0.1 : to + 0.065, Math.min(chroma, 0.12) * 0.75, hue])
  return { lapis, deep, wash, on }
}

/** The first colour on the way to black or white that is read; the last of the way is. */
function step([from, chroma, hue]: Oklch, by: number, reads: (hex: string) => boolean): [string, number] {
  let lightness = from
  let hex = hexInside([lightness, chroma, hue])
  while (!reads(hex) && lightness > 0 && lightness < 1) {
    lightness = Math.min(1, Math.max(0, lightness + by))
    hex = hexInside([lightness, chroma, hue])
  }
  return [hex, lightness]
}
