import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditAct } from '#components/setup/edit-act'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { restoreType, retireType, saveType, shiftType } from '#lib/events/actions/types'
import { STEPS } from '#lib/events/policy/order'
import { stampOf } from '#lib/events/policy/stamp'
import { type SetupType, setupTypes } from '#lib/events/queries/setup'
import { textName } from '#lib/events/schema/edit/texts'
import { TYPE_NAME_LIMIT } from '#lib/events/schema/edit/types'
import { LOCALES, type Locale } from '#lib/i18n/locales'

/** In what capacity people come: the list in its order, one of them perhaps as a form, and those no longer offered. */
export async function EditTypes({ actor, locale, event, outcome, subject }: EditDesk) {
  const types = await setupTypes(actor, event.id)
  if (!types) notFound()
  const [t, field, desk, words] = await Promise.all([
    getTranslations('setup.types'),
    getTranslations('setup.common.field'),
    getTranslations('desk'),
    editWords(),
  ])
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const offered = types.filter((type) => !type.archived)
  const archived = types.filter((type) => type.archived)
  const here = `/desk/${event.slug}/setup/types`
  const call = ({ names: own }: SetupType) =>
    own[locale] || own[event.defaultLocale as Locale] || Object.values(own).find(Boolean) || ''
  const act = (type: SetupType) => ({ eventId: event.id, typeId: type.id })
  const pending = desk('working')

  const form = (type?: SetupType) => {
    const shown = type ? stampOf(type.names) : ''
    const own = LOCALES.map((lang) => [textName('name', lang), type?.names[lang] ?? ''])
    return (
      <EditForm
        key={`${type?.id} ${shown} ${outcome.at}`}
        label={type ? t('rename', { name: call(type) }) : t('add')}
        action={saveType}
        words={{ ...words, save: type ? words.save : t('addOne') }}
        values={{ ...subject, shown, typeId: type?.id ?? '', ...Object.fromEntries(own) }}
        parts={[
          {
            key: 'names',
            rows: [
              LOCALES.map((lang) => ({
                kind: 'line' as const,
                name: textName('name', lang),
                label: `${field('name')} (${names.of(lang)})`,
                lang,
                prose: true,
                maxLength: TYPE_NAME_LIMIT,
                ...(lang === event.defaultLocale ? {} : { optional: desk('optional') }),
              })),
            ],
          },
        ]}
      />
    )
  }

  return (
    <>
      <section className="edit-part">
        <h2>{t('offered')}</h2>
        <ol className="edit-rows">
          {offered.map((type, i) => (
            <li key={type.id}>
              {type.id === outcome.edit ? (
                <div className="edit-line-form">
                  {form(type)}
                  <ButtonLink size="small" variant="plain" href={here}>
                    {t('back')}
                  </ButtonLink>
                </div>
              ) : (
                <>
                  <Names type={type} first={event.defaultLocale} lacking={t('lacking')} />
                  <div className="edit-acts">
                    <ButtonLink
                      size="small"
                      variant="plain"
                      href={`${here}?edit=${type.id}`}
                      aria-label={t('rename', { name: call(type) })}
                    >
                      {t('renameOne')}
                    </ButtonLink>
                    {offered.length > 1 && (
                      <EditAct
                        action={retireType}
                        fields={act(type)}
                        says={t('archive', { name: call(type) })}
                        pending={pending}
                      >
                        {t('archiveOne')}
                      </EditAct>
                    )}
                    {STEPS.map((step) => (
                      <span key={step} className="edit-step">
                        {(step === 'up' ? i > 0 : i < offered.length - 1) && (
                          <EditAct
                            action={shiftType}
                            fields={{ ...act(type), step }}
                            says={t(step, { name: call(type) })}
                            pending={pending}
                          >
                            <Icon name={step} />
                          </EditAct>
                        )}
                      </span>
                    ))}
                  </div>
                </>
              )}
            </li>
          ))}
        </ol>
      </section>
      {archived.length > 0 && (
        <section className="edit-part">
          <h2>{t('archived')}</h2>
          <p className="edit-hint">{t('archivedHint')}</p>
          <ul className="edit-rows">
            {archived.map((type) => (
              <li key={type.id}>
                <Names type={type} first={event.defaultLocale} lacking={t('lacking')} />
                <div className="edit-acts">
                  <EditAct
                    action={restoreType}
                    fields={act(type)}
                    says={t('restore', { name: call(type) })}
                    pending={pending}
                  >
                    {t('restoreOne')}
                  </EditAct>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!types.some((type) => type.id === outcome.edit) && (
        <section className="edit-part">
          <h2>{t('add')}</h2>
          {form()}
        </section>
      )}
    </>
  )
}

/** The name in the main language, and under it the others. */
function Names({ type, first, lacking }: { type: SetupType; first: string; lacking: string }) {
  const order = [...LOCALES].sort((a, b) => Number(b === first) - Number(a === first))
  return (
    <div className="edit-names">
      {order.map((lang, i) =>
        type.names[lang] ? (
          <span key={lang} lang={lang} className={i === 0 ? 'edit-name' : 'edit-hint'}>
            {type.names[lang]}
          </span>
        ) : (
          <span key={lang} className="edit-over">
            {lang.toUpperCase()}: {lacking}
          </span>
        ),
      )}
    </div>
  )
}
