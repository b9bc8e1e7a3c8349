import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditAct } from '#components/setup/edit-act'
import type { EditDesk } from '#components/setup/edit-page'
import { institutionWords } from '#components/setup/institution-words'
import { PartnerForm } from '#components/setup/partner-form'
import { Enhance } from '#components/ui/enhance'
import { Icon } from '#components/ui/icon'
import { dropOrganizer, nameHost, nameOrganizer, shiftPartner } from '#lib/events/actions/partners'
import { STEPS } from '#lib/events/policy/order'
import { setupHead, setupOrganizers } from '#lib/events/queries/setup'
import { institutionLabels } from '#lib/institutions/queries/labels'
import { LIMITS } from '#lib/institutions/schema/edit'

/** Who organizes the event: the host, the partners in their order, and the field that names another. */
export async function EditPartners({ actor, locale, event, outcome, subject }: EditDesk) {
  const [organizers, head] = await Promise.all([setupOrganizers(actor, event.id), setupHead(actor, event.id)])
  if (!organizers || !head) notFound()
  const { hostId, partnerIds } = organizers
  const [t, desk, words, labels] = await Promise.all([
    getTranslations('setup.partners'),
    getTranslations('desk'),
    institutionWords(),
    institutionLabels([...(hostId ? [hostId] : []), ...partnerIds], locale),
  ])
  const call = (id: string) => labels.get(id)?.name ?? ''
  const act = (institutionId: string) => ({ eventId: event.id, institutionId })
  const pending = desk('working')

  const line = (id: string) => (
    <div className="edit-names">
      <span className="edit-name">{call(id)}</span>
      <span className="edit-hint">{labels.get(id)?.place}</span>
    </div>
  )
  const remove = (id: string) => (
    <EditAct action={dropOrganizer} fields={act(id)} says={t('remove', { name: call(id) })} pending={pending}>
      {t('removeOne')}
    </EditAct>
  )

  return (
    <>
      <Enhance />
      <section className="edit-part">
        <h2>{t('host')}</h2>
        {hostId ? (
          <ul className="edit-rows">
            <li>
              {line(hostId)}
              <div className="edit-acts">{remove(hostId)}</div>
            </li>
          </ul>
        ) : (
          <p className="edit-hint">{t('noHost')}</p>
        )}
      </section>
      <section className="edit-part">
        <h2>{t('partners')}</h2>
        {partnerIds.length === 0 && <p className="edit-hint">{t('noPartners')}</p>}
        <ol className="edit-rows">
          {partnerIds.map((id, i) => (
            <li key={id}>
              {line(id)}
              <div className="edit-acts">
                <EditAct action={nameHost} fields={act(id)} says={t('makeHost', { name: call(id) })} pending={pending}>
                  {t('makeHostOne')}
                </EditAct>
                {remove(id)}
                {STEPS.map((step) => (
                  <span key={step} className="edit-step">
                    {(step === 'up' ? i > 0 : i < partnerIds.length - 1) && (
                      <EditAct
                        action={shiftPartner}
                        fields={{ ...act(id), step }}
                        says={t(step, { name: call(id) })}
                        pending={pending}
                      >
                        <Icon name={step} />
                      </EditAct>
                    )}
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section className="edit-part">
        <h2>{t('add')}</h2>
        <PartnerForm
          key={outcome.at}
          action={nameOrganizer}
          values={{ ...subject, countryCode: head.countryCode ?? '', institution: '' }}
          institution={words}
          limits={{ institution: LIMITS.name, city: LIMITS.city }}
          words={{ partner: t('addPartner'), host: t('addHost'), saving: pending }}
        />
      </section>
    </>
  )
}
