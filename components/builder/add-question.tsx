import { getTranslations } from 'next-intl/server'
import { buttonClass } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { QUESTION_KINDS } from '#db/enums'
import { addReady } from '#lib/forms/actions/outline'
import { READY, READY_IDS } from '#lib/forms/policy/ready'

/** What to ask: something that most events ask, complete at one press, or a question of one's own. */
export async function AddQuestion({ slug, section }: { slug: string; section: string }) {
  const t = await getTranslations('builder')
  return (
    <>
      <section className="builder-choice">
        <h2>{t('add.ready')}</h2>
        <p className="builder-stage-text">{t('add.readyText')}</p>
        <form action={addReady}>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="section" value={section} />
          <ul className="builder-cards">
            {READY_IDS.map((id) => (
              <li key={id}>
                <button type="submit" name="ready" value={id} className={buttonClass({}, 'builder-card')}>
                  <Icon name="plus" />
                  <span>
                    {t(`ready.${id}.label` as 'ready.hotel.label')}
                    <span className="field-hint">
                      {t(`kind.${READY[id].kind}`)}
                      {'dataClass' in READY[id] &&
                        READY[id].dataClass === 'sensitive' &&
                        `, ${t('class.sensitive.name')}`}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      </section>
      <section className="builder-choice">
        <h2>{t('add.own')}</h2>
        <p className="builder-stage-text">{t('add.ownText')}</p>
        <ul className="builder-cards">
          {QUESTION_KINDS.map((kind) => (
            <li key={kind}>
              <Link
                href={`/desk/${slug}/form/questions/new?section=${section}&kind=${kind}`}
                className={buttonClass({}, 'builder-card')}
              >
                <span>
                  {t(`kind.${kind}`)}
                  <span className="field-hint">{t(`kindText.${kind}`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
