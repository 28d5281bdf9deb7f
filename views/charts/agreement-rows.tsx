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

const TALL = 24
const SIDE = 13
const STEP = 15
/** So many measures have a mark each; more of them share a bar of that length. */
const MARKS = 12
/** From the point of the conclusion to the first mark. */
const AWAY = 9
/** A list longer than this folds the agreements of which nobody has said anything. */
const FEW = 12

/** How many measures, those superseded with them. */
const measuresOf = (counts: Record<Label, number>): number =>
  COUNTED.reduce((sum, label) => sum + counts[label], 0)

interface Block {
  label: Label
  /** Pixels from the first one's beginning. */
  x: number
  width: number
}

/** What was promised, as marks or, where there are many, as the pieces of a bar; from done to undone. */
export function blocksOf(counts: Record<Label, number>): Block[] {
  const n = measuresOf(counts)
  if (n <= MARKS)
    return COUNTED.flatMap((label) => Array.from({ length: counts[label] }, () => label)).map(
      (label, index) => ({ label, x: index * STEP, width: SIDE }),
    )
  const long = MARKS * STEP - (STEP - SIDE)
  return piecesOf(counts).map(({ label, start, width }) => ({
    label,
    x: Math.round(start * long) / 100,
    width: Math.round(width * long) / 100,
  }))
}

function Mark({ label, x }: { label: Label; x: number }) {
  return (
    <svg class={`mark ${label}`} x={x} y={(TALL - SIDE) / 2} width={SIDE} height={SIDE}>
      <use href={`#mark-${label}`} />
    </svg>
  )
}

function Piece({ label, x, width }: Block) {
  const box = { x, y: (TALL - SIDE) / 2, width, height: SIDE }
  return (
    <>
      <rect class={`bar ${label}`} {...box} />
      {label === 'not_assessed' ? <rect class="over" fill="url(#hatch)" {...box} /> : null}
    </>
  )
}

function Blocks({ counts, back }: { counts: Record<Label, number>; back: boolean }) {
  const one = measuresOf(counts) <= MARKS ? Mark : Piece
  return (
    <>
      {blocksOf(counts).map(({ label, x, width }) => {
        const from = back ? -AWAY - x - width : AWAY + x
        return one({ label, x: Math.round(from * 100) / 100, width })
      })}
    </>
  )
}

function Picture({ line, span }: { line: AgreementLine; span: Span }) {
  const t = useT()
  const { place } = useRowPlace(span)
  const { agreement, score } = line
  const at = place(agreement.concludedOn)
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
        <circle class={told.length === 0 ? 'point empty' : 'point'} cx="0" cy={TALL / 2} r="4" />
        <Blocks counts={score.counts} back={at > 50} />
      </svg>
    </svg>
  )
}

function Done({ score }: { score: Score }) {
  const t = useT()
  const n = measuresOf(score.counts)
  if (n === 0) return <small class="of">{t('pair.row_nothing')}</small>
  const unassessed = score.counts.not_assessed
  if (unassessed === n) return <small class="of">{t('pair.row_unknown', { unassessed })}</small>
  return (
    <small class="of">
      {t.rich('pair.row_done', {
        n,
        done: score.counts.implemented,
        unassessed,
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

function Rows({ lines, span }: { lines: readonly AgreementLine[]; span: Span }) {
  return (
    <ol class="plain">
      {lines.map((line) => (
        <li class="time-row">
          <Go href={paths.agreement(line.agreement.slug)} class="what">
            <span dir="auto">{line.agreement.title}</span>
          </Go>
          <small class="when">
            <DayText day={line.agreement.concludedOn} precision={line.agreement.concludedOnPrecision} />
          </small>
          <Picture line={line} span={span} />
          <Done score={line.score} />
        </li>
      ))}
    </ol>
  )
}

const isQuiet = ({ score }: AgreementLine): boolean => score.counts.not_assessed === measuresOf(score.counts)

/** Every agreement on one line of time: at its conclusion, what was promised against what is done. */
export function AgreementRows({ agreements, span }: { agreements: readonly AgreementLine[]; span: Span }) {
  const t = useT()
  const oldestFirst = agreements.toReversed()
  const quiet = agreements.length > FEW ? oldestFirst.filter(isQuiet) : []
  return (
    <figure class="time-rows">
      <figcaption>{t('pair.rows_caption')}</figcaption>
      <Legend lines={agreements} />
      <YearWords span={span} />
      <Rows lines={oldestFirst.filter((line) => !quiet.includes(line))} span={span} />
      {quiet.length === 0 ? null : (
        <details class="folded">
          <summary>
            {t('pair.rows_quiet', {
              count: quiet.length,
              measures: quiet.reduce((sum, { score }) => sum + measuresOf(score.counts), 0),
            })}
          </summary>
          <Rows lines={quiet} span={span} />
        </details>
      )}
      <YearWords span={span} />
    </figure>
  )
}
