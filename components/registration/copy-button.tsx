'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button'

/** Copies a text. Without script, or where the browser forbids it, there is no button: the text stands beside it. */
export function CopyButton({ text, words }: { text: string; words: { copy: string; copied: string } }) {
  const [able, setAble] = useState(false)
  const [copied, setCopied] = useState(false)
  useEffect(() => setAble('clipboard' in navigator), [])
  if (!able) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setAble(false),
    )
  return (
    <p className="actions">
      <Button size="small" onClick={copy}>
        {words.copy}
      </Button>
      <span role="status">{copied && words.copied}</span>
    </p>
  )
}
