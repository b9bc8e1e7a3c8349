import { registerHooks } from 'node:module'

/**
 * For Node's `--import`. Node reads drizzle-orm's package.json, 179 kB, anew for each of its 200 modules: 2 of the 3.4
 * seconds of processor time that the command line took to start. Inside that package a relative import needs no such look.
 */
const PACKAGE = '/node_modules/drizzle-orm/'

registerHooks({
  resolve(specifier, { parentURL }, next) {
    if (!specifier.startsWith('.') || !parentURL?.includes(PACKAGE)) return next(specifier)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
