import { accentTokens } from '#lib/events/policy/accent'

/** Serai's own accent, for events without one and for letters about no event. */
const LAPIS = '#1d438c'

/** Paper and ink as the pages have them (app/styles/tokens.css), by what a mail program shows. */
const LIGHT = { paper: '#f4efe5', sheet: '#fefcf9', ink: '#231d17', soft: '#524a43', faint: '#6a6259', line: '#dfdad1' }
const DARK = { paper: '#120e0b', sheet: '#211d18', ink: '#eeeae2', soft: '#bcb7ae', faint: '#a59f96', line: '#3d372f' }

export type MailColours = typeof LIGHT & { accent: string; deep: string; on: string; wash: string }

/** The colours of a letter on light and on dark ground, from the event's accent, `#rrggbb` or empty. */
export function mailColours(accent: string): { light: MailColours; dark: MailColours } {
  const { light, dark } = accentTokens(accent || LAPIS)
  return {
    light: { ...LIGHT, accent: light.lapis, deep: light.deep, on: light.on, wash: light.wash },
    dark: { ...DARK, accent: dark.lapis, deep: dark.deep, on: dark.on, wash: dark.wash },
  }
}

const TOOTH = 18

/** The hem of a felt carpet, teeth into the sheet, from gradients: no picture to load. Programs without gradients show a plain band. */
export const hem = (sheet: string): string =>
  ['45deg', '-45deg'].map((turn) => `linear-gradient(${turn},${sheet} 25%,transparent 25.5%)`).join(',')

export const HEM_SIZE = `${TOOTH}px ${TOOTH}px`

/** What turns dark where somebody reads in the dark: mail programs that know no style sheets keep to the inline styles. */
export function darkStyles({ paper, sheet, ink, soft, faint, line, accent, on, wash }: MailColours): string {
  const rules = {
    paper: `background:${paper}!important`,
    sheet: `background:${sheet}!important;border-color:${line}!important`,
    ink: `color:${ink}!important`,
    soft: `color:${soft}!important`,
    faint: `color:${faint}!important`,
    rule: `border-color:${line}!important`,
    accent: `color:${accent}!important`,
    wash: `background:${wash}!important;border-color:${accent}!important`,
    hem: `background-color:${accent}!important;background-image:${hem(sheet)}!important`,
    button: `background:${accent}!important`,
    on: `color:${on}!important`,
  }
  // The second for Outlook's web page, which marks what it darkens.
  const told = (before: string) => Object.entries(rules).map(([name, style]) => `${before} .m-${name}{${style}}`)
  return `@media (prefers-color-scheme:dark){${told('').join('')}.m-prose a{color:${accent}!important}}${told('[data-ogsc]').join('')}`
}
