import { getTranslations } from 'next-intl/server'
import { CoverPicture } from '#components/event/cover-picture'
import { LookAccent } from '#components/event/look-accent'
import { LookCover } from '#components/event/look-cover'
import { Ornament } from '#components/ornament/ornament'
import { SubmitButton } from '#components/ui/submit-button'
import { removeCover } from '#lib/events/actions/look'
import { COVER_MB } from '#lib/events/mutations/dress'

/** An event's cover and colour, each with what it is now and the form that changes it. */
export async function LookParts({
  event,
  after,
}: {
  event: { id: string; slug: string; coverId: string | null; accent: string }
  /** The act that led here: the forms are made anew after each. */
  after: string
}) {
  const t = await getTranslations('setup.look')
  const words = {
    cover: t('cover'),
    coverHint: t('coverHint', { limit: COVER_MB }),
    saveCover: t('saveCover'),
    accent: t('accent'),
    accentHint: t('accentHint'),
    saveAccent: t('saveAccent'),
    ...{ pick: t('pick'), preview: t('preview'), light: t('light'), dark: t('dark'), link: t('link') },
    ...{ button: t('button'), saving: t('saving'), wrong: t('wrong') },
  }
  return (
    <div className="edit-parts look-parts">
      <section className="edit-part">
        <h2>{t('coverTitle')}</h2>
        <div className="look-cover">
          {event.coverId ? (
            <CoverPicture src={`/e/${event.slug}/cover/${event.coverId}`} sizes="24rem" />
          ) : (
            <Ornament seed={event.id} shape="strip" />
          )}
          {event.coverId ? (
            <form action={removeCover}>
              <input type="hidden" name="slug" value={event.slug} />
              <SubmitButton variant="normal" size="small" pending={t('saving')}>
                {t('removeCover')}
              </SubmitButton>
            </form>
          ) : (
            <p>{t('drawn')}</p>
          )}
        </div>
        <LookCover key={after} slug={event.slug} words={words} />
      </section>
      <section className="edit-part">
        <h2>{t('accentTitle')}</h2>
        <LookAccent key={after} slug={event.slug} accent={event.accent} words={words} />
      </section>
    </div>
  )
}
