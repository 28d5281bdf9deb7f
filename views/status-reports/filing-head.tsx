import type { MessageKey } from '../../src/messages/messages'
import type { Problem } from '../../src/messages/problem'
import { ErrorSummary } from '../ui/error-summary'
import { namesOf, type Names } from '../ui/names'
import { useT } from '../ui/words'
import { MeasureKicker, type PlaceNamed } from './measure-kicker'

/** What stands above a report that is written or decided on: its measure, and what is wrong with it. */
export function FilingHead(props: {
  place: PlaceNamed
  title: string
  problems: readonly Problem[]
  notice: MessageKey | undefined
}) {
  const t = useT()
  return (
    <>
      <MeasureKicker {...props.place} />
      <h1 dir="auto">{props.title}</h1>
      <ErrorSummary problems={props.problems} />
      {props.notice ? (
        <p class="banner" role="alert">
          {t(props.notice)}
        </p>
      ) : null}
    </>
  )
}

/** Who owes the measure, and what counts as done. */
export function Owed(props: { measure: { criterion: string | null; owedBy: string[] }; names: Names }) {
  const { measure, names } = props
  const t = useT()
  return (
    <p>
      {t('filing.owed_by', { parties: namesOf(t, names, measure.owedBy) })}
      <br />
      {measure.criterion === null
        ? t('filing.no_criterion')
        : t('filing.criterion', { criterion: measure.criterion })}
    </p>
  )
}
