/** Of the drawing: a new one gets a new address, so that an address can be kept for ever. */
export const ORNAMENT_EDITION = '1'

/** What is served, in px. A browser shows as much of it as there is room. */
export const ORNAMENT_SHAPES = {
  cover: { width: 1100, height: 1400, hem: true },
  strip: { width: 1400, height: 48, strip: true },
  band: { width: 800, height: 88, strip: true },
  panel: { width: 440, height: 352 },
} as const

export type OrnamentShape = keyof typeof ORNAMENT_SHAPES

export const ornamentPath = (shape: OrnamentShape, seed: string): string =>
  `/ornament/${ORNAMENT_EDITION}/${shape}/${encodeURIComponent(seed)}`
