import type { AgreementWording } from '../../src/agreements/agreement'
import { DayText } from '../ui/day'
import { Facts } from '../ui/facts'
import { namesOf, type Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { Told } from '../ui/told'
import { useT } from '../ui/words'

/** All that a wording of an agreement says, for older ones. */
export function AgreementWordingFacts({ wording, names }: { wording: AgreementWording; names: Names }) {
  const t = useT()
  return (
    <Facts
      facts={[
        { name: t('agreements.wording_title'), value: wording.title },
        { name: t('agreements.wording_kind'), value: t(AGREEMENT_KIND_WORDS[wording.kind]) },
        {
          name: t('agreements.wording_concluded'),
          value: <DayText day={wording.concludedOn} precision={wording.concludedOnPrecision} />,
        },
        { name: t('agreements.wording_place'), value: wording.place },
        { name: t('agreements.wording_parties'), value: namesOf(t, names, wording.parties) },
        {
          name: t('agreements.wording_summary'),
          value: wording.summary ? <Told text={wording.summary} language={wording.language} /> : null,
        },
      ]}
    />
  )
}
