import type { Party } from '../../src/parties/party'
import { paths } from '../../src/paths'
import type { Score } from '../../src/standing/standing.types'
import { CountsBar } from '../charts/counts-bar'
import { SCORE_METHOD_WORDS, scoreWords, type ScoreMethod } from '../charts/score-methods'
import { ScoreSwitch } from '../charts/score-switch'
import { withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Actions } from '../ui/facts'
import { nameOf, type Names } from '../ui/names'
import { PARTY_KIND_WORDS } from '../ui/record-kinds'
import { Pages } from '../ui/pages'
import { Table } from '../ui/table'
import { wordsIn } from '../ui/words'

/** A party as the list shows it; the score is over what it owes. */
interface PartyLine {
  party: Party
  agreements: number
  owed: number
  score: Score
}

interface Props {
  frame: Frame
  names: Names
  /** One page of them. */
  parties: readonly PartyLine[]
  total: number
  page: number
  pages: number
  method?: ScoreMethod
  mayAdd?: boolean
}

export function PartiesPage(props: Props) {
  const { frame, names, parties, total, page, pages, method = 'progress', mayAdd } = props
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('parties.heading')}>
      <h1>{t('parties.heading')}</h1>
      <p class="lead">{t('parties.lead', { count: total })}</p>
      <Actions actions={[mayAdd ? { href: paths.newParty, label: t('parties.add') } : null]} />
      {parties.length === 0 ? null : <ScoreSwitch frame={frame} method={method} />}
      {parties.length === 0 ? null : (
        <Table<PartyLine>
          caption={t('parties.table_caption')}
          quiet
          rows={parties}
          columns={[
            {
              head: t('parties.head_party'),
              names: true,
              cell: ({ party }) => <Go href={paths.party(party.slug)}>{nameOf(names, party.slug)}</Go>,
            },
            { head: t('parties.head_kind'), cell: ({ party }) => t(PARTY_KIND_WORDS[party.kind]) },
            { head: t('parties.head_agreements'), figures: true, cell: ({ agreements }) => agreements },
            { head: t('parties.head_owed'), figures: true, cell: ({ owed }) => owed },
            {
              head: t('parties.head_standing'),
              cell: ({ score }) => <CountsBar counts={score.counts} mini />,
            },
            {
              head: t(SCORE_METHOD_WORDS[method]),
              figures: true,
              cell: ({ score }) => scoreWords(t, score, method),
            },
          ]}
        />
      )}
      <Pages
        page={page}
        pages={pages}
        address={(number) => withParameter(frame.address, 'page', number === 1 ? null : String(number))}
      />
    </Page>
  )
}
