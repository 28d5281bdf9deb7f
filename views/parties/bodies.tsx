import type { Day } from '../../src/lib/dates'
import type { Bodies, Body } from '../../src/measures/bodies'
import type { Measure } from '../../src/measures/measure'
import { paths } from '../../src/paths'
import type { Standing } from '../../src/standing/standing.types'
import { Go } from '../ui/asked'
import { Flags } from '../ui/flags'
import { LabelChip } from '../ui/label-chip'
import { useT } from '../ui/words'

/** A measure that a body is to act on, with its agreement. */
export interface Charge {
  agreement: { slug: string; title: string }
  measure: Pick<Measure, 'code' | 'title' | 'bodies'>
  standing: Standing
}

interface Props {
  bodies: Bodies<Charge>
  /** The day shown. */
  day: Day
}

/** More than these are in the list of all that the party owes. */
const MOST = 25

function Charges({ body, day }: { body: Body<Charge>; day: Day }) {
  const t = useT()
  const rest = body.measures.length - MOST
  return (
    <>
      <ul class="charges">
        {body.measures.slice(0, MOST).map(({ agreement, measure, standing }) => (
          <li>
            <div>
              <Go href={paths.measure(agreement.slug, measure.code)}>{measure.title}</Go>
              <small class="below">{agreement.title}</small>
            </div>
            <div class="now">
              <LabelChip label={standing.label} />
              <Flags standing={standing} day={day} />
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p class="hint">{t.rich('bodies.rest', { rest, a: (words) => <a href="#owes">{words}</a> })}</p>
      ) : null}
    </>
  )
}

const countOf = (body: Body<Charge>, is: (standing: Standing) => boolean): number =>
  body.measures.filter(({ standing }) => is(standing)).length

/** What each body owes that is named to act for a party, over all its agreements. */
export function BodiesOf({ bodies: { named, nobody }, day }: Props) {
  const t = useT()
  if (named.length === 0) return null
  return (
    <section id="bodies">
      <h2>{t('bodies.heading')}</h2>
      <p>{t('bodies.lead', { bodies: named.length, nobody })}</p>
      {named.map((body) => (
        <details class="body">
          <summary>
            <span>
              <b dir="auto">{body.name}</b>{' '}
              {t('bodies.sum', {
                measures: body.measures.length,
                agreements: new Set(body.measures.map(({ agreement }) => agreement.slug)).size,
                overdue: countOf(body, ({ time }) => time === 'overdue'),
                stale: countOf(body, ({ freshness }) => freshness === 'stale'),
              })}
            </span>
          </summary>
          <Charges body={body} day={day} />
        </details>
      ))}
    </section>
  )
}
