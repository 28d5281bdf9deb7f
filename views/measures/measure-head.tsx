import type { Frame } from '../layout/frame'
import { paths } from '../../src/paths'
import { Go, shownDay } from '../ui/asked'
import { DayOf, DayText } from '../ui/day'
import { Actions } from '../ui/facts'
import { Flags } from '../ui/flags'
import { LabelChip } from '../ui/label-chip'
import { namesOf, type Names } from '../ui/names'
import { StandingSentence } from '../ui/standing-sentence'
import { WithdrawnBanner } from '../ui/withdrawn'
import { useT } from '../ui/words'
import type { MeasureLine } from './measure-line'

/** What the viewer may do with a measure. */
export interface MayWithMeasure {
  report: boolean
  revise: boolean
  withdraw: boolean
  deadline: boolean
  note: boolean
  observation: boolean
}

interface Props {
  frame: Frame
  names: Names
  line: MeasureLine
}

/** What the measure is and where it stands, in words first. */
export function MeasureHeading({ frame, names, line }: Props) {
  const t = useT()
  const { agreement, measure, standing } = line
  const day = shownDay(frame)
  return (
    <>
      <p class="kicker">
        {t.rich('measures.of', {
          code: measure.code,
          agreement: agreement.title,
          a: (words) => (
            <Go href={paths.agreement(agreement.slug)}>
              <bdi>{words}</bdi>
            </Go>
          ),
        })}
      </p>
      <h1 class={measure.withdrawn ? 'struck' : undefined} dir="auto">
        {measure.title}
      </h1>
      {measure.withdrawn ? <WithdrawnBanner withdrawn={measure.withdrawn} names={names} /> : null}
      <p class="owed">{t('ui.owed_by', { parties: namesOf(t, names, measure.owedBy) })}</p>
      {agreement.concludedOn > day ? (
        <p class="banner">
          {t.rich('measures.not_yet', {
            concluded: <DayText day={agreement.concludedOn} precision={agreement.concludedOnPrecision} />,
          })}
        </p>
      ) : null}
      <div class="now">
        <LabelChip label={standing.label} />
        {standing.since ? (
          <small>
            {t.rich('measures.since', { day: <DayOf day={standing.since} known={line.known.said} /> })}
          </small>
        ) : null}
        <Flags standing={standing} day={day} />
      </div>
      <p class="lead">
        <StandingSentence
          standing={standing}
          parties={agreement.parties}
          owedBy={measure.owedBy}
          names={names}
          day={day}
          known={line.known}
        />
      </p>
    </>
  )
}

export function MeasureActions({
  line: { agreement, measure },
  may,
}: {
  line: MeasureLine
  may: MayWithMeasure | undefined
}) {
  const t = useT()
  const at = [agreement.slug, measure.code] as const
  if (!may || measure.withdrawn) return null
  return (
    <Actions
      actions={[
        may.report ? { href: paths.reportOn(...at), label: t('measures.may_report') } : null,
        may.deadline ? { href: paths.deadlineOn(...at), label: t('measures.may_deadline') } : null,
        may.observation ? { href: paths.observationOn(...at), label: t('measures.may_observation') } : null,
        may.note ? { href: paths.noteOn(...at), label: t('measures.may_note') } : null,
        may.revise ? { href: paths.reviseMeasure(...at), label: t('measures.may_revise') } : null,
        may.withdraw ? { href: paths.withdrawMeasure(...at), label: t('measures.may_withdraw') } : null,
      ]}
    />
  )
}
