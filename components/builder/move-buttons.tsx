import { getTranslations } from 'next-intl/server'
import { buttonClass } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { move } from '#lib/forms/actions/outline'

/** Up and down, each named for what it moves. What stands at the end has one way only. */
export async function MoveButtons({
  slug,
  id,
  what,
  name,
  ways,
}: {
  slug: string
  id: string
  what: 'question' | 'section'
  name: string
  ways: { up: boolean; down: boolean }
}) {
  const t = await getTranslations('builder.outline')
  return (
    <form action={move} className="move">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="what" value={what} />
      {(['up', 'down'] as const).map((way) =>
        ways[way] ? (
          <button
            key={way}
            id={`${way}-${id}`}
            type="submit"
            name="way"
            value={way}
            className={buttonClass({ variant: 'plain', size: 'small' })}
            aria-label={t(`move.${way}`, { name })}
          >
            <Icon name={way} />
          </button>
        ) : (
          <span key={way} className="move-none" />
        ),
      )}
    </form>
  )
}
