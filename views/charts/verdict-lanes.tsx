import type { Aim, Verdict } from '../../src/aims/aim'
import type { Day } from '../../src/lib/dates'
import { DayText, dayWords } from '../ui/day'
import { VERDICT_WORDS } from '../ui/record-kinds'
import { Table } from '../ui/table'
import { byWords } from '../ui/told'
import { directionOf, useT, type Words } from '../ui/words'
import { yearsBetween } from './strip-geometry'
import { dayPlace, heightOf, LANE, LANES, type Mark, marksOf, TOP } from './verdict-geometry'

const SHAPES: Record<Verdict, string> = {
  advancing: 'M0 -8L8 6H-8z',
  unchanged: 'M-6 -6H6V6H-6z',
  receding: 'M0 8L8 -6H-8z',
  disputed: 'M0 -9L9 0L0 9L-9 0z',
}
const BOTTOM = TOP + LANE * LANES.length - 12
const percent = (value: number): string => `${value}%`

const markWords = (t: Words, { assessment: { asOf, asOfPrecision, verdict, by } }: Mark): string =>
  t('aims.mark', {
    day: dayWords(t, asOf, asOfPrecision),
    verdict,
    author: byWords(t, by) ?? t('aims.unnamed'),
  })

interface Props {
  aim: Aim
  /** The day the agreement was concluded. */
  concludedOn: Day
  /** The day shown. */
  to: Day
}

function Lanes({ from, to, place }: { from: Day; to: Day; place: (day: Day) => number }) {
  const t = useT()
  const rtl = directionOf(t.locale) === 'rtl'
  return (
    <g class="axis">
      {LANES.map((lane) => (
        <>
          <line x1={percent(place(from))} x2={percent(place(to))} y1={heightOf(lane)} y2={heightOf(lane)} />
          <text x={rtl ? '100%' : '0'} y={heightOf(lane) + 5} text-anchor={rtl ? 'end' : 'start'}>
            {t(VERDICT_WORDS[lane])}
          </text>
        </>
      ))}
      {yearsBetween(from, to).map((year) => (
        <>
          <line x1={percent(place(year))} x2={percent(place(year))} y1={BOTTOM} y2={BOTTOM + 5} />
          <text x={percent(place(year))} y={BOTTOM + 20} text-anchor="middle">
            {year.slice(0, 4)}
          </text>
        </>
      ))}
    </g>
  )
}

function AssessmentTable({ aim }: { aim: Aim }) {
  const t = useT()
  return (
    <details class="as-table">
      <summary>{t('ui.as_table')}</summary>
      <Table
        caption={t('aims.table_caption', { aim: aim.title })}
        rows={aim.assessments.filter(({ withdrawn }) => !withdrawn)}
        columns={[
          {
            head: t('aims.table_day'),
            names: true,
            cell: ({ asOf, asOfPrecision }) => <DayText day={asOf} precision={asOfPrecision} />,
          },
          { head: t('aims.table_verdict'), cell: ({ verdict }) => t(VERDICT_WORDS[verdict]) },
          { head: t('aims.table_author'), cell: ({ by }) => byWords(t, by) ?? t('aims.unnamed') },
        ]}
      />
    </details>
  )
}

/** How an aim was judged over the days: each verdict a mark on its lane, those of one assessor joined. */
export function VerdictLanes({ aim, concludedOn, to }: Props) {
  const t = useT()
  const from = aim.assessments.reduce((first, { asOf }) => (asOf < first ? asOf : first), concludedOn)
  const place = dayPlace(from, to, directionOf(t.locale) === 'rtl')
  const { marks, lines } = marksOf(aim.assessments, place)
  if (marks.length === 0) return null
  const words = { aim: aim.title, from: dayWords(t, from), to: dayWords(t, to) }
  return (
    <figure class="lanes">
      <svg role="img" width="100%" height={BOTTOM + 26}>
        <title>{t('aims.picture_title', words)}</title>
        <desc>{t('aims.picture_desc', { marks: marks.map((mark) => markWords(t, mark)).join('; ') })}</desc>
        <Lanes from={from} to={to} place={place} />
        {lines.map((line) => (
          <line
            class="course"
            x1={percent(line.from.x)}
            x2={percent(line.to.x)}
            y1={line.from.y}
            y2={line.to.y}
          />
        ))}
        {marks.map((mark) => (
          <svg x={percent(mark.x)} y={mark.y} class="spot">
            <title>{markWords(t, mark)}</title>
            <path class={`mark ${mark.assessment.verdict}`} d={SHAPES[mark.assessment.verdict]} />
          </svg>
        ))}
      </svg>
      <p class="hint">{t('aims.picture_read')}</p>
      <AssessmentTable aim={aim} />
    </figure>
  )
}
