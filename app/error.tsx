'use client'
import { useErrorTexts } from '#components/frame/error-texts'
import { Thought } from '#components/frame/thought'
import { Brand } from '#components/ui/brand'
import { Button, ButtonLink } from '#components/ui/button'

/** A bug. The reference stands in the log beside it. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const texts = useErrorTexts()
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  if (!texts) return null
  return (
    <>
      <title>{texts.title}</title>
      <header className="public-top">
        <Brand name={texts.product} />
      </header>
      <main id="main" tabIndex={-1} className="plain-main">
        <Thought
          title={texts.title}
          text={texts.text}
          actions={
            <>
              <Button variant="primary" onClick={retry}>
                {texts.again}
              </Button>
              <ButtonLink href="/" reload>
                {texts.home}
              </ButtonLink>
            </>
          }
          reference={
            digest && (
              <>
                {texts.reference} <strong>{digest}</strong>
              </>
            )
          }
        />
      </main>
    </>
  )
}
