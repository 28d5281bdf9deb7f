import type { Agreement } from '../../src/agreements/agreement'
import { paths } from '../../src/paths'
import type { ScoreInput } from '../../src/standing/score-input'
import { scoreFrom, type ScoreSums } from '../../src/standing/score'
import type { Label } from '../../src/standing/standing.types'
import { ScoreDots } from '../charts/score-dots'
import { ScoreWorking } from '../charts/score-working'
import { csvOf, withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { numberWords } from '../ui/amounts'
import { Go, keepAsked, shownDay } from '../ui/asked'
import { LabelChip } from '../ui/label-chip'
import { nameOf, type Names } from '../ui/names'
import { Pages } from '../ui/pages'
import { Table } from '../ui/table'
import { useT, wordsIn, type Words } from '../ui/words'
import { NotYet } from './agreement-lead'

/** A measure with what it puts into the scores; null for a superseded one, which puts in nothing. */
interface MeasureInput {
  code: string
  title: string
  label: Label
  input: ScoreInput | null
}

interface Props {
  frame: Frame
  names: Names
  agreement: Agreement
  sums: ScoreSums
  /** One page of its measures. */
  inputs: readonly MeasureInput[]
  page: number
  pages: number
}

const yesOf = (t: Words, is: boolean | undefined): string =>
  is === undefined ? '' : t(is ? 'ui.yes' : 'ui.no')
const SIGNS: Record<number, string> = { [-1]: '−1', 0: '0', 1: '+1' }

function Inputs({ inputs, agreement, names }: Props) {
  const t = useT()
  const figure = (head: string, cell: (input: ScoreInput) => string | number) => ({
    head,
    figures: true,
    cell: ({ input }: MeasureInput) => (input ? cell(input) : ''),
  })
  return (
    <Table<MeasureInput>
      caption={t('agreements.inputs_caption')}
      quiet
      class="table inputs"
      rows={inputs}
      columns={[
        {
          head: t('agreements.inputs_measure'),
          names: true,
          cell: ({ code, title }) => (
            <Go href={paths.measure(agreement.slug, code)}>
              <span class="code">{code}</span> <span dir="auto">{title}</span>
            </Go>
          ),
        },
        { head: t('agreements.stands_at'), cell: ({ label }) => <LabelChip label={label} /> },
        figure(t('agreements.inputs_weight'), ({ weight }) => numberWords(t, weight)),
        figure(t('agreements.inputs_stage'), ({ stage }) => stage ?? t('ui.unknown')),
        figure(t('agreements.inputs_range'), ({ low, high }) =>
          low === high ? low : t('agreements.inputs_from_to', { low, high }),
        ),
        ...agreement.parties.map((slug) =>
          figure(
            t('agreements.inputs_party', { party: nameOf(names, slug) }),
            ({ claims }) => claims.find(({ party }) => party === slug)?.stage ?? t('ui.not_said'),
          ),
        ),
        figure(t('agreements.inputs_current'), ({ covered }) => yesOf(t, covered)),
        figure(t('agreements.inputs_claimed'), ({ claimed }) => yesOf(t, claimed)),
        figure(t('agreements.inputs_strict'), ({ strict }) => yesOf(t, strict)),
        figure(t('agreements.inputs_g20'), ({ g20 }) =>
          g20 === null ? t('ui.unknown') : (SIGNS[g20] ?? ''),
        ),
      ]}
    />
  )
}

/** How the scores of an agreement are made: each formula with its numbers, and what each measure puts in. */
export function ScorePage(props: Props) {
  const { frame, names, agreement, sums, page, pages } = props
  const t = wordsIn(frame.locale)
  const day = shownDay(frame)
  return (
    <Page frame={frame} title={t('agreements.score_title', { title: agreement.title })}>
      <p class="kicker">
        <a href={keepAsked(frame, paths.agreement(agreement.slug))} dir="auto">
          {agreement.title}
        </a>
      </p>
      <h1>{t('agreements.score_page')}</h1>
      {agreement.concludedOn > day ? <NotYet agreement={agreement} day={day} /> : null}
      <ScoreDots score={scoreFrom(sums)} names={names} />
      {sums.n === 0 ? null : (
        <>
          <h2>{t('agreements.working_heading')}</h2>
          <ScoreWorking sums={sums} names={names} />
        </>
      )}
      {props.inputs.length === 0 ? null : (
        <section id="inputs">
          <h2>{t('agreements.inputs_heading')}</h2>
          <p class="hint">{t('agreements.inputs_note', { superseded: sums.counts.superseded })}</p>
          <Inputs {...props} />
          <Pages
            page={page}
            pages={pages}
            address={(number) =>
              `${withParameter(frame.address, 'page', number === 1 ? null : String(number))}#inputs`
            }
          />
          <p class="links">
            <a href={keepAsked(frame, csvOf(paths.agreement(agreement.slug)))}>{t('ui.csv')}</a>
          </p>
        </section>
      )}
    </Page>
  )
}
