import type { Agreement } from '../../src/agreements/agreement'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { Actions } from '../ui/facts'
import { nameOf, type Names } from '../ui/names'
import { useT } from '../ui/words'

export type Allowed = Record<'revise' | 'withdraw' | 'addMeasure' | 'note', boolean>

interface Props {
  agreement: Agreement
  names: Names
  may: Allowed | undefined
}

/** Where to go from an agreement, and what whoever asks may do with it. */
export function AgreementDoings({ agreement: { slug, parties, withdrawn }, names, may }: Props) {
  const t = useT()
  const [one, other] = parties
  return (
    <>
      <p class="links">
        <Go href={paths.brief(slug)}>{t('agreements.brief')}</Go>
        <Go href={paths.compareAgreement(slug)}>{t('compare.link')}</Go>
        {parties.length === 2 && one && other ? (
          <Go href={paths.pair(one, other)}>
            {t('agreements.pair', { one: nameOf(names, one), other: nameOf(names, other) })}
          </Go>
        ) : null}
        <Go href={paths.agreementCalendar(slug)} type="text/calendar">
          {t('calendar.short')}
        </Go>
      </p>
      {withdrawn ? null : (
        <Actions
          actions={[
            may?.addMeasure ? { href: paths.newMeasure(slug), label: t('agreements.add_measure') } : null,
            may?.addMeasure ? { href: paths.newAim(slug), label: t('aims.add') } : null,
            may?.note ? { href: paths.noteOnAgreement(slug), label: t('agreements.add_note') } : null,
            may?.revise ? { href: paths.reviseAgreement(slug), label: t('agreements.revise') } : null,
            may?.withdraw ? { href: paths.withdrawAgreement(slug), label: t('agreements.withdraw') } : null,
          ]}
        />
      )}
    </>
  )
}
