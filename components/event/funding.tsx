import { getTranslations } from 'next-intl/server'
import { EuEmblem } from '#components/frame/eu-emblem'

export type FundingProps = {
  funder: 'eu-funded' | 'eu-co-funded'
  /** "Erasmus+", and the number of the grant. */
  programme: string
  projectNumber: string
}

/** Who paid, as the funder's rules want it said: emblem, statement, project, and whose the opinions are. */
export async function Funding({ funder, programme, projectNumber }: FundingProps) {
  const [t, tFoot] = await Promise.all([getTranslations('event'), getTranslations('ui.foot')])
  const project = [programme, projectNumber && t('project', { number: projectNumber })].filter(Boolean).join(' · ')
  return (
    <div className="funding">
      <div className="funder">
        <EuEmblem label={tFoot('emblem')} />
        <span>{tFoot(funder)}</span>
      </div>
      <div className="funding-words">
        {project && <p>{project}</p>}
        <p>{t('disclaimer')}</p>
      </div>
    </div>
  )
}
