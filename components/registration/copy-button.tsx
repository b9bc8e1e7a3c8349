import { Button } from '#components/ui/button'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-text': ComponentProps<'div'> & { 'data-text': string; 'data-copied': string }
    }
  }
}

/** Copies a text (components/enhance/copy.ts). Without script, or where the browser forbids it, there is no button: the text stands beside it. */
export function CopyButton({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  return (
    <copy-text hidden data-text={text} data-copied={words.copied} suppressHydrationWarning>
      <p className="actions">
        <Button size="small">{words.copy}</Button>
        <span role="status" suppressHydrationWarning />
      </p>
    </copy-text>
  )
}
