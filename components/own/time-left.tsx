import { timeWords } from '#components/enhance/time-words'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'time-left': ComponentProps<'span'> & Record<`data-${string}`, string>
    }
  }
}

/** How much time is left until a moment, in words; components/enhance/time-left.ts keeps it up to date. `left` has `{time}` in it. */
export function TimeLeft({
  until,
  now,
  locale,
  words,
}: {
  until: Date
  now: Date
  locale: string
  words: { left: string; over: string; soon: string }
}) {
  const seconds = Math.floor((until.getTime() - now.getTime()) / 1000)
  const time = timeWords(seconds, locale) || words.soon
  return (
    <time-left
      className="time-left"
      data-until={until.toISOString()}
      data-left={words.left}
      data-over={words.over}
      data-soon={words.soon}
      suppressHydrationWarning
    >
      {seconds > 0 ? words.left.replace('{time}', time) : words.over}
    </time-left>
  )
}
