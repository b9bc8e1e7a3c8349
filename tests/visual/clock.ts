/**
 * Loaded into the server of the pictures before anything else: its clock stands at one moment, so that every date on a
 * page is the same in each run. It still moves a little, for what must come one after the other.
 */
const RealDate = Date
const STARTS = RealDate.UTC(2034, 1, 15, 8, 20)
const SLOWER = 1000
process.env.PICTURES_BEGAN ??= String(RealDate.now())
const began = Number(process.env.PICTURES_BEGAN)
const now = () => Math.floor(STARTS + (RealDate.now() - began) / SLOWER)

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
