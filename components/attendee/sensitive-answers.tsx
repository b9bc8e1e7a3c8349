'use client'
import { useActionState, useEffect, useRef } from 'react'
import { AnswerLines } from '#components/attendee/answer-lines'
import { SubmitButton } from '#components/ui/submit-button'
import { showSensitive } from '#lib/rosters/actions/sensitive'

type Props = {
  slug: string
  id: string
  locale: string
  words: Record<'about' | 'show' | 'showing' | 'shown' | 'open', string>
}

/** The press that shows sensitive answers. They stand in the answer to it alone: going away forgets them. */
export function SensitiveAnswers({ slug, id, locale, words }: Props) {
  const [lines, action] = useActionState(showSensitive, null)
  const box = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone.
  useEffect(() => {
    if (lines) box.current?.focus()
  }, [lines])
  if (lines)
    return (
      <div ref={box} tabIndex={-1} className="answers-sensitive" autoFocus>
        <AnswerLines lines={lines} locale={locale} open={words.open} />
        <p className="record-none">{words.shown}</p>
      </div>
    )
  return (
    <form action={action} className="answers-ask">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={id} />
      <p>{words.about}</p>
      <SubmitButton variant="normal" size="small" pending={words.showing}>
        {words.show}
      </SubmitButton>
    </form>
  )
}
