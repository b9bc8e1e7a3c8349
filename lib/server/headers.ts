const FEATURES_OFF = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]

/**
 * Headers of every answer: pages, files and API alike. `https` is whether the public address is. Pages get their
 * `Cache-Control` from Next, an API route may set its own.
 * The referrer never leaves this site, so private links do not either; `no-referrer` would say no more and make
 * browsers send `Origin: null` with every form.
 */
export function fixedHeaders(pathname: string, https: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': FEATURES_OFF.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    // The picture of a shared link is made to be shown elsewhere.
    'Cross-Origin-Resource-Policy': /^(\/e\/[^/]+)?\/card\//.test(pathname) ? 'cross-origin' : 'same-origin',
    ...(/^\/(r|address|i|team|desk|sign-in|api)(\/|$)/.test(pathname) && { 'X-Robots-Tag': 'noindex' }),
    ...(/^\/api\//.test(pathname) && { 'Cache-Control': 'no-store' }),
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
  }
}

/** The policy of a page. Scripts run only with this answer's nonce; style attributes, which React and images write, are harmless. */
export function contentSecurityPolicy(nonce: string, options: { https: boolean; dev: boolean }): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${options.dev ? " 'unsafe-eval'" : ''}`,
    // The overlay of the development server writes style elements of its own.
    `style-src-elem 'self' ${options.dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(options.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/**
 * What the browser may keep of a page. Next says `no-store` for every rendered page, which empties a half-filled form
 * on "back"; a public page may be kept by its own reader, to be asked for again on a new visit. Not one that a letter's link filled with somebody's data.
 */
export function cacheControl(
  { pathname, query = '' }: { pathname: string; query?: string | undefined },
  method: string,
  fromNext: string,
): string {
  const asked = new URLSearchParams(query)
  if (asked.has('from') || asked.has('invitation')) return fromNext

  const publicPage = pathname === '/' || pathname.startsWith('/e/')
  return publicPage && method === 'GET' && fromNext.includes('no-store') ? 'private, no-cache' : fromNext
}
