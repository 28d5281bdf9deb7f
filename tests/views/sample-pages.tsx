import { paths } from '../../src/paths'
import { bodiesOf } from '../../src/measures/bodies'
import { AttentionPage } from '../../views/attention/attention-page'
import { ErrorPage } from '../../views/errors/error-page'
import { HomePage } from '../../views/dashboards/home-page'
import { LedgerAboutPage } from '../../views/ledger/ledger-about-page'
import { LedgerPage } from '../../views/ledger/ledger-page'
import { ImplementabilityPage } from '../../views/about/implementability-page'
import { outcomesOf } from '../../src/standing/outcomes'
import { MethodPage } from '../../views/about/method-page'
import { PairPage } from '../../views/parties/pair-page'
import { PartiesPage } from '../../views/parties/parties-page'
import { PartyPage } from '../../views/parties/party-page'
import { SearchPage } from '../../views/search/search-page'
import type { Rendered } from './html'
import { outcomes } from './sample-outcomes'
import { howLong, moves } from './sample-pair'
import { draftPages, ownDrafts, toReview } from './sample-drafts'
import { DAY, names, scoreFor, sumsFor } from './sample'
import { fence, liaison, patrols, soil } from './sample-measures'
import { agreementPages } from './sample-agreements'
import { measurePages } from './sample-measure-pages'
import { userPages } from './sample-users'
import {
  slug,
  title,
  at,
  score,
  sums,
  item,
  counted,
  attention,
  changes,
  lineage,
  agreements,
  party,
  record,
  view,
  viewer,
  said,
} from './sample-parts'

/** Every page of the site with believable contents, and the states worth looking at. */
export const pages: Record<string, Rendered> = {
  ...agreementPages,
  ...measurePages,
  ...userPages,
  ...draftPages,
  home: (
    <HomePage
      frame={at(paths.home)}
      {...{ names, score, sums, agreements, attention, changes }}
      agreementsTotal={2}
      attentionCounts={counted}
    />
  ),
  'home-signed-in': (
    <HomePage
      frame={at(paths.home, { viewer })}
      {...{ names, score, sums, agreements, attention, changes }}
      agreementsTotal={2}
      attentionCounts={counted}
      waiting={{
        party: 'pakistan',
        overdue: [item('overdue', fence)],
        stale: [item('stale', patrols)],
        findings: [
          {
            report: view.report,
            state: 'live',
            agreement: { slug, title },
            measure: { code: '4', title: liaison.measure.title },
          },
        ],
        drafts: ownDrafts,
        review: toReview,
      }}
    />
  ),
  'home-empty': (
    <HomePage
      frame={at(paths.home, { head: null, attention: 0 })}
      {...{ names }}
      score={scoreFor([])}
      sums={sumsFor([])}
      agreements={[]}
      attention={[]}
      agreementsTotal={0}
      attentionCounts={{ ...counted, overdue: 0, disputed: 0, stale: 0, awaiting_verification: 0 }}
      changes={[]}
    />
  ),
  parties: (
    <PartiesPage
      frame={at(paths.parties)}
      names={names}
      parties={[
        { party, agreements: 9, owed: 31, score },
        {
          party: { ...party, slug: 'frontier-corps', kind: 'force', partOf: 'pakistan' },
          agreements: 1,
          owed: 0,
          score: scoreFor([]),
        },
      ]}
      total={2}
      page={1}
      pages={1}
      mayAdd
    />
  ),
  party: (
    <PartyPage
      frame={at(paths.party('iran'))}
      {...{ names, party, record, score, sums, agreements, changes }}
      forces={['frontier-corps']}
      bodies={bodiesOf(
        [{ ...fence, measure: { ...fence.measure, bodies: { [party.slug]: 'Border guards' } } }, soil],
        party.slug,
      )}
      owes={{ lines: [fence, soil], page: 1, pages: 3 }}
      agreementsTotal={2}
      said={said}
      partners={[{ slug: 'pakistan', agreements: 2, score }]}
      revisions={[]}
      may={{ revise: true, withdraw: true }}
    />
  ),
  pair: (
    <PairPage
      frame={at(paths.pair('iran', 'pakistan'))}
      {...{ names, score, agreements, record }}
      one="iran"
      other="pakistan"
      span={{ from: '2014-05-06', to: DAY }}
      threads={[lineage]}
      howLong={howLong}
      moves={moves}
    />
  ),
  implementability: (
    <ImplementabilityPage
      frame={at('/about/implementability?theme=border')}
      names={names}
      outcomes={outcomes}
      chosen={{ party: '', theme: 'border', year: '' }}
      themes={['border']}
      years={['2017']}
    />
  ),
  'implementability-none': (
    <ImplementabilityPage
      frame={at(paths.implementability)}
      names={names}
      outcomes={outcomesOf([])}
      chosen={{ party: '', theme: '', year: '' }}
      themes={[]}
      years={[]}
    />
  ),
  attention: (
    <AttentionPage
      frame={at(paths.attention)}
      names={names}
      items={attention}
      counts={counted}
      measures={3}
      chosen={{ reason: '', party: '', label: '', flag: '', theme: '', year: '' }}
      themes={['border security']}
      years={['2017']}
      newer={null}
      older="/attention?after=x"
    />
  ),
  search: (
    <SearchPage
      frame={at('/search?q=fence')}
      names={names}
      q="fence"
      hits={[
        {
          kind: 'measure',
          report: null,
          reply: null,
          owedBy: ['pakistan'],
          href: paths.measure(slug, '2'),
          title: fence.measure.title,
          where: title,
          excerpt: 'A first phase of about 90 km.',
          language: null,
        },
        {
          kind: 'note',
          report: null,
          reply: null,
          owedBy: [],
          href: paths.agreement(slug),
          title: 'رابطہ',
          where: null,
          excerpt: 'سرحد پر باڑ',
          language: 'ur',
        },
      ]}
      total={2}
      newer={null}
      older={null}
    />
  ),
  'search-none': (
    <SearchPage
      frame={at('/search?q=xyz')}
      names={names}
      q="<xyz>"
      hits={[]}
      total={0}
      newer={null}
      older={null}
    />
  ),
  ledger: (
    <LedgerPage
      frame={at(paths.ledger)}
      names={names}
      changes={changes}
      newer={null}
      older="/ledger?before=408"
    />
  ),
  'ledger-about': (
    <LedgerAboutPage
      frame={at(paths.ledgerAbout)}
      checkpoint={
        'register.example/ledger\n412\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— register.example/ledger x08go/ZJkuBS9UG=\n'
      }
      keys={[
        { text: 'register.example/ledger+00000001+AAAA', since: 0, handedOver: false },
        { text: 'register.example/ledger+00000002+AAAA', since: 17, handedOver: true },
        { text: 'register.example/ledger+00000003+AAAA', since: 300, handedOver: false },
      ]}
    />
  ),
  'ledger-unsigned': <LedgerAboutPage frame={at(paths.ledgerAbout)} checkpoint={null} keys={[]} />,
  method: <MethodPage frame={at(paths.method)} />,
  'error-404': <ErrorPage frame={at('/nowhere')} status={404} />,
  'error-409': (
    <ErrorPage frame={at('/reports/x')} status={409} detail="Entry 413 is newer." requestId="req-1" />
  ),
  'error-500': <ErrorPage frame={at('/')} status={500} requestId="8f2a" />,
}
