import type { Party } from '../../src/parties/party'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import { CountsBar } from '../charts/counts-bar'
import { SCORE_METHOD_WORDS, scoreWords, type ScoreMethod } from '../charts/score-methods'
import { Go } from '../ui/asked'
import { nameOf, type Names } from '../ui/names'
import { PARTY_KIND_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { useT } from '../ui/words'

/** Another party that has agreements with this one; the score is over all measures of those. */
export interface Partner {
  slug: string
  agreements: number
  score: Score
}

/** What kind of party it is, and of which it is part. */
export function PartyKicker({ party, names }: { party: Party; names: Names }) {
  const t = useT()
  const kind = t(PARTY_KIND_WORDS[party.kind])
  const { partOf } = party
  if (partOf === null) return <p class="kicker">{kind}</p>
  return (
    <p class="kicker">
      {t.rich('parties.part_of', {
        kind,
        party: nameOf(names, partOf),
        a: (words) => <Go href={paths.party(partOf)}>{words}</Go>,
      })}
    </p>
  )
}

interface Props {
  partners: readonly Partner[]
  party: string
  names: Names
  method: ScoreMethod
}

export function Partners({ partners, party, names, method }: Props) {
  const t = useT()
  if (partners.length === 0) return null
  return (
    <section id="partners">
      <h2>{t('parties.partners_heading')}</h2>
      <Table<Partner>
        caption={t('parties.partners_caption')}
        quiet
        rows={partners}
        columns={[
          {
            head: t('parties.head_party'),
            names: true,
            cell: ({ slug }) => <Go href={paths.pair(party, slug)}>{nameOf(names, slug)}</Go>,
          },
          { head: t('parties.head_agreements'), figures: true, cell: ({ agreements }) => agreements },
          { head: t('parties.head_standing'), cell: ({ score }) => <CountsBar counts={score.counts} mini /> },
          {
            head: t(SCORE_METHOD_WORDS[method]),
            figures: true,
            cell: ({ score }) => scoreWords(t, score, method),
          },
        ]}
      />
    </section>
  )
}
