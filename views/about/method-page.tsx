import type { Child } from 'hono/jsx'
import { IMPLEMENTABILITY_POINTS } from '../../src/measures/implementability'
import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { POINT_WORDS } from '../ui/record-kinds'
import { useT, wordsIn } from '../ui/words'
import { ConditionTable, FlagTable, StageTable } from './method-tables'

interface Part {
  anchor: string
  heading: MessageKey
  texts: MessageKey[]
}

const STANDING: MessageKey[] = [
  'method.standing_visible',
  'method.standing_live',
  'method.standing_headline',
  'method.standing_basis',
  'method.standing_fresh',
  'method.standing_time',
]

const SURVIVAL: MessageKey[] = [
  'method.survival_event',
  'method.survival_watched',
  'method.survival_unknown',
  'method.survival_formula',
  'method.survival_days',
]

// The anchors are what scores on other pages link to.
const SCORES: readonly Part[] = [
  { anchor: 'coverage', heading: 'method.coverage', texts: ['method.coverage_text'] },
  { anchor: 'progress', heading: 'method.progress', texts: ['method.progress_text'] },
  { anchor: 'range', heading: 'method.range', texts: ['method.range_text'] },
  { anchor: 'by-party', heading: 'method.by_party', texts: ['method.by_party_text'] },
  { anchor: 'claimed', heading: 'method.claimed', texts: ['method.claimed_text'] },
  { anchor: 'strict', heading: 'method.strict', texts: ['method.strict_text'] },
  { anchor: 'g20', heading: 'method.g20', texts: ['method.g20_text'] },
  { anchor: 'disagreement', heading: 'method.disagreement', texts: ['method.disagreement_text'] },
]

const CONTENTS: readonly { anchor: string; heading: MessageKey }[] = [
  { anchor: 'stages', heading: 'method.stages' },
  { anchor: 'conditions', heading: 'method.conditions' },
  { anchor: 'reports', heading: 'method.reports' },
  { anchor: 'flags', heading: 'method.flags' },
  { anchor: 'standing', heading: 'method.standing' },
  { anchor: 'scores', heading: 'method.scores' },
  { anchor: 'time-to-implementation', heading: 'method.survival' },
  { anchor: 'implementability', heading: 'method.implementability' },
  { anchor: 'record', heading: 'method.record' },
]

function Section({ anchor, heading, texts, children }: Part & { children?: Child }) {
  const t = useT()
  return (
    <section id={anchor}>
      <h2>{t(heading)}</h2>
      {texts.map((text) => (
        <p>{t(text)}</p>
      ))}
      {children}
    </section>
  )
}

function Formulas() {
  const t = useT()
  return (
    <dl class="formulas">
      {SCORES.map(({ anchor, heading, texts }) => (
        <div id={anchor}>
          <dt>{t(heading)}</dt>
          {texts.map((text) => (
            <dd>{t(text)}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function Points() {
  const t = useT()
  return (
    <ol>
      {IMPLEMENTABILITY_POINTS.map((point) => (
        <li>{t(POINT_WORDS[point])}</li>
      ))}
    </ol>
  )
}

function Contents() {
  const t = useT()
  return (
    <nav class="contents" aria-label={t('method.contents')}>
      <ul>
        {CONTENTS.map(({ anchor, heading }) => (
          <li>
            <a href={`#${anchor}`}>{t(heading)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Stages, flags, the standing rule and every formula in words. */
export function MethodPage({ frame }: { frame: Frame }) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('method.heading')} dated={false}>
      <div class="prose">
        <h1>{t('method.heading')}</h1>
        <p class="lead">{t('method.lead')}</p>
        <Contents />
        <Section anchor="stages" heading="method.stages" texts={['method.stages_text']}>
          <StageTable />
        </Section>
        <Section anchor="conditions" heading="method.conditions" texts={['method.conditions_text']}>
          <ConditionTable />
        </Section>
        <Section
          anchor="reports"
          heading="method.reports"
          texts={['method.reports_text', 'method.evidence_text']}
        />
        <Section anchor="flags" heading="method.flags" texts={[]}>
          <FlagTable />
        </Section>
        <Section anchor="standing" heading="method.standing" texts={STANDING} />
        <Section anchor="scores" heading="method.scores" texts={['method.scores_text']}>
          <Formulas />
        </Section>
        <Section anchor="time-to-implementation" heading="method.survival" texts={SURVIVAL} />
        <Section
          anchor="implementability"
          heading="method.implementability"
          texts={['method.implementability_text']}
        >
          <Points />
          <p>
            {t.rich('method.implementability_outcome', {
              a: (words) => <Go href={paths.implementability}>{words}</Go>,
            })}
          </p>
        </Section>
        <Section anchor="record" heading="method.record" texts={['method.days_text']}>
          <p>{t.rich('method.record_text', { a: (words) => <Go href={paths.ledger}>{words}</Go> })}</p>
          <p>{t.rich('ledger.check', { a: (words) => <Go href={paths.ledgerAbout}>{words}</Go> })}</p>
        </Section>
      </div>
    </Page>
  )
}
