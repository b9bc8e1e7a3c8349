import { COVER_WIDTHS } from '#lib/files/cover'

/** The cover that an event uploaded, in the width the place needs. It only sets the mood, so it has no words. */
export function CoverPicture({ src, sizes, first }: { src: string; sizes: string; first?: boolean }) {
  return (
    <picture className="cover-picture">
      <img
        src={src}
        srcSet={COVER_WIDTHS.map((width) => `${src}?w=${width} ${width}w`).join(', ')}
        sizes={sizes}
        alt=""
        decoding="async"
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
      />
    </picture>
  )
}
