/** Size in px of the picture that other sites show with a link. */
export const CARD = { width: 1200, height: 630 } as const

/** What both of the card's fonts can draw. Any other letter would be asked for from a font service on the network. */
const DRAWN =
  ' -~\u00a0-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6\u01e7\u0218-\u021b\u0259\u02bb\u02bc\u0300\u0301\u0303\u0304\u0308' +
  '\u0400-\u045f\u0462\u0463\u0490-\u0493\u0496-\u049b\u04a0-\u04a3\u04aa\u04ab\u04ae-\u04b3\u04b6\u04b7\u04ba\u04bb\u04c0-\u04c2\u04cf-\u04d1\u04d4-\u04d9\u04e2\u04e3\u04e6-\u04e9\u04ee\u04ef\u04f2\u04f3' +
  '\u1e80-\u1e85\u1e9e\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u2212'
const LACKING = new RegExp(`[^${DRAWN}]`, 'gu')

/** A text as the card can show it, in one line: a letter that the fonts lack loses its marks, or is left out. */
export function cardText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(LACKING, (letter) => letter.normalize('NFD').replace(LACKING, ''))
    .trim()
}

/** The title, cut after a word where it is longer than the card has room for. */
export function cardTitle(title: string): string {
  const text = cardText(title)
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\s,:;.–—-]*\s\S*$/u, '')}…`
}

const LONGEST = 165

/** The title's size in px, so that the longest still has room. */
export function cardTitleSize(title: string): number {
  const sizes = [
    [36, 76],
    [64, 64],
    [96, 55],
    [140, 47],
  ] as const
  return sizes.find(([letters]) => title.length <= letters)?.[1] ?? 40
}
