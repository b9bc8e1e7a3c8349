// oxlint-disable nextjs/no-img-element -- drawn into a picture, never sent
import { EuEmblem } from '#components/frame/eu-emblem'
import { CARD, cardText, cardTitle, cardTitleSize } from '#lib/events/policy/card'
import { ornament } from '#lib/ornament/draw'

export type CardProps = {
  /** The event's id: it chooses the cloth. */
  seed: string
  /** The cover in place of the cloth: which one, and once it is drawn the picture itself. */
  coverId?: string
  cover?: string
  title: string
  /** Who invites and under which programme. */
  above?: string
  /** The days, and under them the place. */
  when?: string
  where?: string
  funder?: { emblem: string; words: string }
}

export const CLOTH = { width: 420, height: CARD.height }
const [PAPER, INK, SOFT] = ['#faf7f0', '#231d17', '#524a43']
const PARTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext']
export const SERIF = PARTS.map((part) => `source-serif-4-${part}-500`)
export const SANS = PARTS.map((part) => `source-sans-3-${part}-400`)

/** The event as a picture beside a link: a cover without its button. Its styles are all that satori understands. */
export function Card({ seed, cover, title, above, when, where, funder }: CardProps) {
  const side = cover ?? svg(ornament({ seed, ...CLOTH, hem: true }))
  const shown = cardTitle(title)
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: PAPER, color: INK }}>
      <div
        style={{
          ...column,
          justifyContent: 'space-between',
          width: CARD.width - CLOTH.width,
          padding: '54px 56px 52px 64px',
        }}
      >
        <div style={column}>
          {above && <Line text={above} size={25} color={SOFT} />}
          <div
            style={{
              display: 'block',
              marginTop: above ? 20 : 0,
              fontFamily: SERIF.join(),
              fontSize: cardTitleSize(shown),
              lineHeight: 1.1,
              letterSpacing: '-0.012em',
              textWrap: 'balance',
            }}
          >
            {shown}
          </div>
        </div>
        {(when || where) && (
          <div style={{ ...column, borderTop: `2px solid ${INK}`, paddingTop: 20 }}>
            {when && <Line text={when} size={36} serif />}
            {where && <Line text={where} size={27} color={SOFT} />}
          </div>
        )}
        {funder && (
          <div style={{ display: 'flex', alignItems: 'center' }}>
            <div style={{ display: 'flex', marginRight: 18 }}>
              <EuEmblem label={funder.emblem} />
            </div>
            <Line text={funder.words} size={23} />
          </div>
        )}
      </div>
      {/* biome-ignore lint/performance/noImgElement: drawn into a picture, never sent */}
      <img src={side} alt="" {...CLOTH} />
    </div>
  )
}

const svg = (drawing: string) => `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`

function Line({ text, size, color = INK, serif }: { text: string; size: number; color?: string; serif?: boolean }) {
  const fontFamily = (serif ? SERIF : SANS).join()
  return (
    <div style={{ display: 'block', fontFamily, fontSize: size, lineHeight: 1.3, color, lineClamp: 2 }}>
      {cardText(text)}
    </div>
  )
}

const column = { display: 'flex', flexDirection: 'column' } as const
