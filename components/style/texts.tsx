import { getTranslations } from 'next-intl/server'
import { Part } from '#components/style/part'
import { NATIVE, PERSON } from '#components/style/sample'
import { Breadcrumb } from '#components/ui/breadcrumb'
import { ButtonLink } from '#components/ui/button'
import { Empty } from '#components/ui/empty'
import { Facts } from '#components/ui/facts'
import { Log } from '#components/ui/log'
import { Steps } from '#components/ui/steps'

export async function TextStates() {
  const t = await getTranslations('style')
  const facts = [
    { term: t('facts.when'), value: t('facts.days') },
    { term: t('facts.where'), value: t('facts.city') },
    { term: t('facts.native'), value: NATIVE.name, lang: NATIVE.lang },
    { term: t('facts.phone'), value: PERSON.phone },
  ]
  return (
    <>
      <Part title={t('part.way')}>
        <Breadcrumb
          label={t('way.label')}
          parts={[
            { label: t('way.event'), href: '#main' },
            { label: t('way.attendees'), href: '#main' },
            { label: NATIVE.name },
          ]}
        />
      </Part>
      <Part title={t('part.facts')}>
        <div className="style-fields">
          <Facts facts={facts} />
          <Facts facts={facts} layout="rows" />
        </div>
      </Part>
      <Part title={t('part.history')}>
        <Log
          entries={[
            { key: '1', at: '2026-03-12T08:05Z', when: t('log.first'), text: t('log.registered') },
            { key: '2', at: '2026-03-12T08:06Z', when: t('log.second'), text: t('log.sent') },
            {
              key: '3',
              at: '2026-04-02T03:30Z',
              when: t('log.third'),
              text: t('log.changed'),
              detail: t('log.change'),
            },
          ]}
        />
      </Part>
      <Part title={t('part.steps')}>
        <Steps
          steps={[
            { title: t('steps.first'), text: t('steps.firstText') },
            { title: t('steps.second'), text: t('steps.secondText') },
            { title: t('steps.third') },
          ]}
        />
      </Part>
      <Part title={t('part.empty')}>
        <Empty
          title={t('empty.title')}
          seed="ashgabat-energy"
          action={
            <ButtonLink size="small" href="/desk">
              {t('empty.action')}
            </ButtonLink>
          }
        >
          {t('empty.text')}
        </Empty>
      </Part>
    </>
  )
}
