/** Colours as numbers: sRGB by its hex, OKLCH by Björn Ottosson's matrices, contrast by WCAG 2. */
export type Oklch = [lightness: number, chroma: number, hue: number]
type Linear = [red: number, green: number, blue: number]

/** `#rrggbb` in lower case of what people type or a browser sends; null when it is no such colour. */
export function readHex(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (!digits) return null
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}

/** Contrast of two colours, `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [hi, lo] = [one, other].map((hex) => luminance(linearOfHex(hex))).sort((a, b) => b - a) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

export const luminance = ([r, g, b]: Linear): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** The nearest colour a screen shows, of the same lightness and hue: its chroma gives way. */
export function hexInside([lightness, chroma, hue]: Oklch): string {
  let most = chroma
  while (most > 0 && !fits(linearOf([lightness, most, hue]))) most -= 0.002
  return hexOf(linearOf([lightness, Math.max(0, most), hue]))
}

export function hexOf(linear: Linear): string {
  const bytes = linear
    .map((x) => Math.min(1, Math.max(0, x)))
    .map((x) => Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

export function oklchOf(hex: string): Oklch {
  const [r, g, b] = linearOfHex(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  return [lightness, Math.hypot(a, bb), ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360]
}

export function linearOf([lightness, chroma, hue]: Oklch): Linear {
  const turn = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(turn), chroma * Math.sin(turn)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const fits = (linear: Linear) => linear.every((x) => x >= -0.0005 && x <= 1.0005)

function linearOfHex(hex: string): Linear {
  const bytes = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return bytes.map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)) as Linear
}
