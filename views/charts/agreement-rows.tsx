import { paths } from '../../src/paths'
import type { Label, Score } from '../../src/standing/standing.types'
import type { AgreementLine } from '../agreements/agreement-line'
import { Go } from '../ui/asked'
import { DayText, dayWords } from '../ui/day'
import { LABEL_WORDS } from '../ui/kinds'
import { LabelMark } from '../ui/label-chip'
import { useT } from '../ui/words'
import { COUNTED, piecesOf } from './counts-bar'
import { percent, type Span, useRowPlace, YearLines, YearWords } from './time-rows'

const TALL = 34
const SIDE = 11
const STEP = 13
/** So many measures have a square each; more of them share a bar of that length. */
const SQUARES = 12
/** From the point of the conclusion to the first square. */
const AWAY = 9

interface Block {
  label: Label
  /** Pixels from the first one's beginning. */
  x: number
  width: number
}

/** What was promised, as squares or, where there are many, as the pieces of a bar; from done to undone. */
export function blocksOf(counts: Record<Label, number>): Block[] {
  const n = COUNTED.reduce((sum, label) => sum + counts[label], 0)
  if (n <= SQUARES)
    return COUNTED.flatMap((label) => Array.from({ length: counts[label] }, () => label)).map(
      (label, index) => ({ label, x: index * STEP, width: SIDE }),
    )
  const long = SQUARES * STEP - (STEP - SIDE)
  return piecesOf(counts).map(({ label, start, width }) => ({
    label,
    x: Math.round(start * long) / 100,
    width: Math.round(width * long) / 100,
  }))
}

function Blocks({ blocks, back }: { blocks: readonly Block[]; back: boolean }) {
  const y = (TALL - SIDE) / 2
  return (
    <>
      {blocks.map(({ label, x, width }) => {
        const from = back ? -AWAY - x - width : AWAY + x
        const box = { x: Math.round(from * 100) / 100, y, width, height: SIDE }
        return (
          <>
            <rect class={`bar ${label}`} {...box} />
            {label === 'not_assessed' ? <rect class="over" fill="url(#hatch)" {...box} /> : null}
          </>
        )
      })}
    </>
  )
}

function Picture({ line, span }: { line: AgreementLine; span: Span }) {
  const t = useT()
  const { place } = useRowPlace(span)
  const { agreement, score } = line
  const at = place(agreement.concludedOn)
  const blocks = blocksOf(score.counts)
  const told = COUNTED.filter((label) => score.counts[label] > 0).map((label) =>
    t('charts.count', { label: t(LABEL_WORDS[label]), count: score.counts[label] }),
  )
  return (
    <svg role="img" width="100%" height={TALL}>
      <title>{t('pair.row_title', { title: agreement.title })}</title>
      <desc>
        {t('pair.row_desc', {
          day: dayWords(t, agreement.concludedOn, agreement.concludedOnPrecision),
          told: told.length === 0 ? t('pair.row_nothing') : told.join('; '),
        })}
      </desc>
      <YearLines span={span} tall={TALL} />
      <svg x={percent(at)} class="spot">
        <circle class={blocks.length === 0 ? 'point empty' : 'point'} cx="0" cy={TALL / 2} r="4" />
        <Blocks blocks={blocks} back={at > 50} />
      </svg>
    </svg>
  )
}

function Done({ score }: { score: Score }) {
  const t = useT()
  const n = COUNTED.reduce((sum, label) => sum + score.counts[label], 0)
  if (n === 0) return <small class="of">{t('pair.row_nothing')}</small>
  return (
    <small class="of">
      {t.rich('pair.row_done', {
        n,
        done: score.counts.implemented,
        unassessed: score.counts.not_assessed,
        b: (words) => <b>{words}</b>,
        i: (words) => <span>{words}</span>,
      })}
    </small>
  )
}

function Legend({ lines }: { lines: readonly AgreementLine[] }) {
  const t = useT()
  return (
    <ul class="legend">
      {COUNTED.filter((label) => lines.some(({ score }) => score.counts[label] > 0)).map((label) => (
        <li>
          <LabelMark label={label} />
          {t(LABEL_WORDS[label])}
        </li>
      ))}
    </ul>
  )
}

/** Every agreement on one line of time: at its conclusion, what was promised against what is done. */
export function AgreementRows({ agreements, span }: { agreements: readonly AgreementLine[]; span: Span }) {
  const t = useT()
  const oldestFirst = agreements.toReversed()
  return (
    <figure class="time-rows">
      <figcaption>{t('pair.rows_caption')}</figcaption>
      <Legend lines={agreements} />
      <YearWords span={span} />
      <ol class="plain">
        {oldestFirst.map((line) => (
          <li class="time-row">
            <div>
              <Go href={paths.agreement(line.agreement.slug)}>
                <span dir="auto">{line.agreement.title}</span>
              </Go>{' '}
              <small class="day">
                <DayText day={line.agreement.concludedOn} precision={line.agreement.concludedOnPrecision} />
              </small>
            </div>
            <Picture line={line} span={span} />
            <Done score={line.score} />
          </li>
        ))}
      </ol>
      <YearWords span={span} />
    </figure>
  )
}
