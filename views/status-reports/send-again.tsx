import { paths } from '../../src/paths'
import { fieldsFrom, type ReportValues } from '../../src/status-reports/report-values'
import { Hidden } from '../ui/controls'
import { useT } from '../ui/words'
import type { PlaceNamed } from './measure-kicker'

interface Props {
  place: PlaceNamed
  values: ReportValues
  record: string
}

/** Everything that was typed, ready to be recorded or changed. */
export function SendAgain({ place: { agreement, measure }, values, record }: Props) {
  const t = useT()
  return (
    <form method="post" action={paths.reportOn(agreement.slug, measure.code)} class="form">
      {fieldsFrom(values).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div class="joined">
        <button type="submit">{record}</button>
        <button type="submit" class="quiet" name="change" value="1">
          {t('filing.change')}
        </button>
        <button type="submit" class="quiet" name="save" value="1">
          {t('drafts.save')}
        </button>
      </div>
    </form>
  )
}
