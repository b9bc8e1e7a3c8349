import { useEffect, useRef } from 'react'
import { Marked } from '#components/institution/marked'
import { type Row, rowId } from '#components/institution/use-institutions'

type ListProps = {
  id: string
  rows: Row[]
  shown: boolean
  active: number
  typed: string
  choose: (index: number) => void
  words: { list: string; add: string }
}

/** The suggestions under the field. The pointer must not take the focus out of it. */
export function InstitutionList({ id, rows, shown, active, typed, choose, words }: ListProps) {
  const box = useRef<HTMLUListElement>(null)
  const count = shown ? rows.length : 0
  useEffect(() => {
    const row = active < 0 ? null : document.getElementById(rowId(id, active))
    if (count > 0) (row ?? box.current)?.scrollIntoView({ block: 'nearest' })
  }, [id, active, count])
  if (!shown) return null
  const [before, after] = words.add.split('{name}')
  return (
    <ul
      ref={box}
      className="suggestions"
      id={id}
      role="listbox"
      aria-label={words.list}
      onMouseDown={(event) => event.preventDefault()}
    >
      {rows.map((row, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys work in the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: likewise
        <li
          key={row === 'add' ? row : row.id}
          id={rowId(id, index)}
          role="option"
          aria-selected={index === active}
          className={row === 'add' ? 'suggestion suggestion-add' : 'suggestion'}
          onClick={() => choose(index)}
        >
          {row === 'add' ? (
            <span>
              {before}
              <strong>{typed}</strong>
              {after}
            </span>
          ) : (
            <>
              <span className="suggestion-name">
                {row.matched && (
                  <>
                    <Marked text={row.matched} query={typed} />
                    {' · '}
                  </>
                )}
                <Marked text={row.name} query={row.matched ? '' : typed} />
              </span>
              <span className="suggestion-place">{[row.other, row.place].filter(Boolean).join(' · ')}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
