import { type OrnamentShape, ornamentPath } from '#lib/ornament/path'

/**
 * Cloth, from its own address: inside the page its drawing would travel twice. `seed` is the event's id; `narrow` is the
 * shape taken instead where a page folds. Decoration only, so it has no words.
 */
export function Ornament({
  seed,
  shape,
  narrow,
  first,
}: {
  seed: string
  shape: OrnamentShape
  narrow?: OrnamentShape
  first?: boolean
}) {
  return (
    <picture className={shape === 'strip' ? 'weave strip' : 'weave'}>
      {narrow && <source media="(width < 47.5rem)" srcSet={ornamentPath(narrow, seed)} />}
      <img src={ornamentPath(shape, seed)} alt="" decoding="async" fetchPriority={first ? 'high' : 'low'} />
    </picture>
  )
}
