import { getTranslations } from 'next-intl/server'
import { QrCode } from '#components/ui/qr-code'
import { spellCode } from '#lib/ids'

/** The stub of a ticket that is shown at the entrance: the code to be scanned, and the same to be read out. It opens nothing. */
export async function TicketCode({ code }: { code: string }) {
  const t = await getTranslations('own.ticket')
  const spelled = spellCode(code)
  return (
    <div className="ticket-stub">
      <QrCode text={code} label={t('scan', { code: spelled })} />
      <p className="ticket-code">{spelled}</p>
      <p className="ticket-show">{t('show')}</p>
    </div>
  )
}
