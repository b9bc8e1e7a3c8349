import { getTranslations } from 'next-intl/server'
import { EditAct } from '#components/setup/edit-act'
import { EditForm } from '#components/setup/edit-form'
import { type EditDesk, editWords } from '#components/setup/edit-page'
import { institutionWords } from '#components/setup/institution-words'
import { LimitForm } from '#components/setup/limit-form'
import { ButtonLink } from '#components/ui/button'
import { Enhance } from '#components/ui/enhance'
import {
  dropLimit,
  saveInstitutionLimit,
  saveLimit,
  saveLimitPlaces,
  saveTogether,
} from '#lib/attendees/actions/limits'
import { type Limit, limitChoices, limitsOf } from '#lib/attendees/queries/limits'
import { LIMITS } from '#lib/institutions/schema/edit'

/** How many may come of a type, an institution, a country, or to a part of the programme: the limits there are, and new ones. */
export async function EditLimits({ actor, locale, event, outcome, subject }: EditDesk) {
  const [t, field, desk, words, institution, limits, choices] = await Promise.all([
    getTranslations('setup.limits'),
    getTranslations('setup.common.field'),
    getTranslations('desk'),
    editWords(),
    institutionWords(),
    limitsOf(actor, event, locale),
    limitChoices(event, locale),
  ])
  const here = `/desk/${event.slug}/setup/limits`
  const list = new Intl.ListFormat(locale)
  const call = ({ subject: of, names }: Limit) => (names.length === 0 ? t(`each.${of}`) : list.format(names))
  const places = { kind: 'number' as const, name: 'places', label: field('places') }
  const lacking = (of: Limit['subject']) => !limits.some((limit) => limit.subject === of && limit.names.length === 0)
  const each = (['institution', 'country'] as const)
    .filter(lacking)
    .map((of) => ({ value: `${of}:`, label: t(`each.${of}`) }))
  const types = choices.types.map(({ value, label }) => ({ value: `type:${value}`, label }))

  return (
    <>
      <Enhance />
      <section className="edit-part">
        <h2>{t('there')}</h2>
        {limits.length === 0 && <p className="edit-hint">{t('none')}</p>}
        <ul className="edit-rows">
          {limits.map((limit) => (
            <li key={limit.limitId}>
              {limit.limitId === outcome.edit ? (
                <div className="edit-line-form">
                  <EditForm
                    key={`${limit.limitId} ${outcome.at}`}
                    label={call(limit)}
                    action={saveLimitPlaces}
                    words={words}
                    values={{ ...subject, limitId: limit.limitId, changedPlaces: String(limit.capacity) }}
                    parts={[{ key: 'places', title: call(limit), rows: [[{ ...places, name: 'changedPlaces' }]] }]}
                  />
                  <ButtonLink size="small" variant="plain" href={here}>
                    {t('back')}
                  </ButtonLink>
                </div>
              ) : (
                <>
                  <div className="edit-names">
                    <span className="edit-name">{call(limit)}</span>
                    <span className={limit.taken > limit.capacity ? 'edit-over' : 'edit-hint'}>
                      {t(limit.names.length === 0 ? 'takenEach' : 'taken', {
                        taken: limit.taken,
                        capacity: limit.capacity,
                      })}
                    </span>
                    {limit.over.length > 0 && (
                      <ul className="edit-past" aria-label={t('past', { name: call(limit) })}>
                        {limit.over.map(({ name, taken, capacity }) => (
                          <li key={name}>{t('pastOne', { name, taken, capacity })}</li>
                        ))}
                      </ul>
                    )}
                  </div>
                  <div className="edit-acts">
                    <ButtonLink
                      size="small"
                      variant="plain"
                      href={`${here}?edit=${limit.limitId}`}
                      aria-label={t('change', { name: call(limit) })}
                    >
                      {t('changeOne')}
                    </ButtonLink>
                    <EditAct
                      action={dropLimit}
                      fields={{ eventId: event.id, limitId: limit.limitId }}
                      says={t('remove', { name: call(limit) })}
                      pending={desk('working')}
                    >
                      {t('removeOne')}
                    </EditAct>
                  </div>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <EditForm
        key={`add ${outcome.at}`}
        label={t('add')}
        action={saveLimit}
        words={{ ...words, save: t('addOne') }}
        values={{ ...subject, whom: '', places: '' }}
        parts={[
          {
            key: 'add',
            title: t('add'),
            hint: t('addHint'),
            rows: [
              [
                {
                  kind: 'list',
                  name: 'whom',
                  label: field('whom'),
                  placeholder: t('choose'),
                  options: [...each, ...types, ...choices.options, ...choices.countries],
                },
                places,
              ],
            ],
          },
        ]}
      />
      <section className="edit-part">
        <h2>{t('institution')}</h2>
        <div className="edit-hint">{t('institutionHint')}</div>
        <LimitForm
          key={`institution ${outcome.at}`}
          action={saveInstitutionLimit}
          values={subject}
          institution={institution}
          limits={{ institution: LIMITS.name, city: LIMITS.city }}
          words={{ label: t('institution'), places: field('places'), save: t('addInstitution'), saving: words.saving }}
        />
      </section>
      {choices.types.length > 1 && (
        <EditForm
          key={`together ${outcome.at}`}
          label={t('together')}
          action={saveTogether}
          words={{ ...words, save: t('addTogether') }}
          values={{ ...subject, togetherPlaces: '' }}
          parts={[
            {
              key: 'together',
              title: t('together'),
              hint: t('togetherHint'),
              rows: [
                ...choices.types.map(({ value, label }) => [{ kind: 'tick' as const, name: `type-${value}`, label }]),
                [{ ...places, name: 'togetherPlaces' }],
              ],
            },
          ]}
        />
      )}
    </>
  )
}
