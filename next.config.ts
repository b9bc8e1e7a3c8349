import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  distDir: process.env.SERAI_DIST ?? '.next',
  poweredByHeader: false,
  // `npm run verify` checks types itself.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pino', 'sharp'],
  experimental: {
    authInterrupts: true,
    // Forms with files; lib/server/body.ts holds every other to less.
    serverActions: { bodySizeLimit: '12mb' },
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
