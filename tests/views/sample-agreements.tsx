import { paths } from '../../src/paths'
import { flowsOf, tallyOf } from '../../src/dashboards/compare'
import { ComparePage } from '../../views/dashboards/compare-page'
import { AimPage } from '../../views/aims/aim-page'
import { AgreementPage } from '../../views/agreements/agreement-page'
import { ScorePage } from '../../views/agreements/score-page'
import { inputOf } from '../../src/standing/score-input'
import { AgreementsPage } from '../../views/agreements/agreements-page'
import { agreementFacets } from '../../views/agreements/agreement-facets'
import { RevisionsPage } from '../../views/revisions/revisions-page'
import { wordsIn } from '../../views/ui/words'
import type { Rendered } from './html'
import { agreement, names, scoreFor, sumsFor } from './sample'
import { hotline, lines, visits } from './sample-measures'
import {
  slug,
  title,
  at,
  score,
  compared,
  sums,
  attention,
  changes,
  agreements,
  revised,
  older,
  monthly,
  may,
  note,
  aims,
  listingOf,
  agreementProps,
} from './sample-parts'

/** The pages of agreements and their aims, and of two days compared. */
export const agreementPages: Record<string, Rendered> = {
  agreements: (
    <AgreementsPage
      frame={at('/agreements?party=iran')}
      {...{ names, agreements }}
      total={2}
      chosen={{ party: 'iran', label: '', flag: '', theme: '', year: '' }}
      themes={['border security', 'energy']}
      years={['2009', '2017']}
      mayAdd
      newer={null}
      older="/agreements?party=iran&after=x"
    />
  ),
  'agreements-none': (
    <AgreementsPage
      frame={at('/agreements?year=1999')}
      names={names}
      agreements={[]}
      total={0}
      chosen={{ party: '', label: '', flag: '', theme: '', year: '1999' }}
      themes={[]}
      years={['1999']}
      newer={null}
      older={null}
    />
  ),
  agreement: (
    <AgreementPage
      frame={at(paths.agreement(slug))}
      {...agreementProps}
      {...{ attention, aims, changes, may }}
      notes={[note]}
      revisions={older}
    />
  ),
  'agreement-score': (
    <ScorePage
      frame={at(paths.score(slug))}
      {...{ names, agreement, sums }}
      inputs={lines.map((line) => ({
        ...{ code: line.measure.code, title: line.measure.title, label: line.standing.label },
        input: line.measure.code === '2' ? null : inputOf({ ...line, ...line.measure, parties: [] }),
      }))}
      page={1}
      pages={1}
    />
  ),
  'agreement-score-covered': (
    <ScorePage
      frame={at(paths.score(slug))}
      {...{ names, agreement }}
      sums={sumsFor([visits])}
      inputs={[]}
      page={1}
      pages={1}
    />
  ),
  'agreement-known-then': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?history=known`)}
      {...agreementProps}
      {...{ attention, aims, changes }}
      overTime={{ reading: 'known', counts: monthly, deadlines: [] }}
      notes={[]}
      revisions={[]}
    />
  ),
  aim: (
    <AimPage
      frame={at(paths.aim(slug, '1'))}
      names={names}
      agreement={agreement}
      aim={aims[1]!}
      assessments={aims[1]!.assessments.map((assessment) => ({
        assessment,
        channel: 'public_source',
        mayWithdraw: true,
      }))}
      live={aims[1]!.assessments}
      may={{ assess: true, withdraw: true }}
    />
  ),
  compare: (
    <ComparePage
      frame={at(paths.compareAgreement(slug))}
      names={names}
      agreement={agreement}
      days={{ from: '2018-01-01', to: '2026-11-23', by: 'then' }}
      problems={[]}
      chosen={{ party: '', theme: '', label: '' }}
      result={{
        tally: tallyOf(compared),
        flows: flowsOf(compared),
        score: { before: scoreFor([]), after: score },
        items: compared,
        total: compared.length,
        newer: null,
        older: `${paths.compareAgreement(slug)}?page=2`,
        dueKnown: new Map(),
        reports: new Map([
          [
            hotline.measure.id,
            [
              {
                ...{ id: 'r', kind: 'claim' as const, party: 'iran', stage: 1 },
                ...{ asOf: '2019-01-01', asOfPrecision: 'day' as const },
              },
            ],
          ],
        ]),
        themes: ['border'],
        known: { before: '2018-01-01T23:59:59.999Z', after: null },
      }}
    />
  ),
  'compare-refused': (
    <ComparePage
      frame={at(paths.compare)}
      names={names}
      agreement={null}
      days={{ from: '2018-02-30', to: '2017-01-01', by: 'now' }}
      problems={[{ field: 'from', message: 'compare.bad_day' }]}
      chosen={{ party: 'iran', theme: 'border', label: 'implemented' }}
      result={null}
    />
  ),
  'agreement-revisions': (
    <RevisionsPage
      frame={at(paths.agreementRevisions(slug))}
      names={names}
      thing={{ title, href: paths.agreement(slug) }}
      first={{ entry: 3, recordedAt: '2026-01-04T09:00:00.000Z', wording: { ...agreement, place: null } }}
      revisions={older}
      facets={(wording) => agreementFacets(wordsIn('en'), wording, names)}
      withdrawn={[
        {
          agreement: slug,
          code: '7',
          title: 'Entered twice',
          withdrawn: { at: revised.recordedAt, reason: 'Listed twice.', entry: 14, actor: revised.actor },
        },
      ]}
    />
  ),
  'agreement-past': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?as_of=2020-01-01&known_at=2026-11-23`, {
        asOf: '2020-01-01',
        knownAt: '2026-11-23T23:59:59.999Z',
      })}
      {...agreementProps}
      listing={listingOf(
        lines.map((one) => ({
          ...one,
          runs: one.runs.filter(({ fromOn }) => fromOn <= '2020-01-01'),
          deadlines: [],
        })),
      )}
      {...{ attention, aims, changes }}
      notes={[]}
      revisions={[]}
    />
  ),
  'agreement-early': (
    <AgreementPage
      frame={at(`${paths.agreement(slug)}?as_of=2016-01-01`, { asOf: '2016-01-01' })}
      {...agreementProps}
      score={scoreFor([])}
      standings={[]}
      listing={listingOf([])}
      implementability={[]}
      attention={[]}
      aims={[]}
      notes={[]}
      revisions={[]}
      changes={[]}
    />
  ),
  'agreement-withdrawn': (
    <AgreementPage
      frame={at(paths.agreement(slug))}
      {...agreementProps}
      agreement={{
        ...agreement,
        withdrawn: {
          at: '2026-11-20T10:00:00.000Z',
          reason: 'Entered twice.',
          entry: 401,
          actor: { id: 'a1', capacity: 'editor', party: null },
        },
      }}
      {...{ attention, changes }}
      aims={[]}
      notes={[]}
      revisions={[]}
    />
  ),
}
