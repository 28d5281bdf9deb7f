import type { Instant } from '../../src/lib/dates'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { Comparison } from '../ui/comparison'
import { InstantText } from '../ui/day'
import { type Difference, differing, type Facet } from '../ui/facets'
import { Facts } from '../ui/facts'
import type { Names } from '../ui/names'
import type { Revision } from '../ui/revisions'
import { Told } from '../ui/told'
import { actorWords, RecordedLine } from '../ui/withdrawn'
import { useT, wordsIn } from '../ui/words'
import { WithdrawnMeasures, type WithdrawnMeasure } from './withdrawn-measures'

interface Props<W> {
  frame: Frame
  names: Names
  /** What was revised, as it is called now, and its page. */
  thing: { title: string; href: string }
  /** How it was first worded, and when. */
  first: { entry: number; recordedAt: Instant; wording: W }
  /** Newest first. */
  revisions: readonly Revision<W>[]
  facets: (wording: W) => Facet[]
  /** Measures of an agreement that were withdrawn, which its lists leave out. */
  withdrawn?: readonly WithdrawnMeasure[]
}

type RowProps = Pick<Revision<unknown>, 'entry' | 'recordedAt' | 'enteredAt' | 'actor' | 'reason'> & {
  differences: readonly Difference[]
  names: Names
}

function RevisionRow({ entry, recordedAt, enteredAt, actor, reason, differences, names }: RowProps) {
  const t = useT()
  const at = <InstantText at={recordedAt} />
  return (
    <section id={`entry-${entry}`} class="revision">
      <h2>{t.rich('revisions.row', { at })}</h2>
      <small class="facts">
        <span>{t('ledger.by', { actor: actorWords(t, actor, names) })}</span>
        <RecordedLine thing={{ entry, recordedAt, enteredAt }} />
      </small>
      {reason ? (
        <Told text={t('revisions.reason', { reason })} />
      ) : (
        <p class="unknown">{t('revisions.no_reason')}</p>
      )}
      {differences.length === 0 ? (
        <p>{t('revisions.nothing_printed')}</p>
      ) : (
        <Comparison
          caption={t('revisions.caption', { entry })}
          differences={differences}
          before={t('revisions.before')}
          after={t('revisions.after')}
        />
      )}
    </section>
  )
}

/** Every change of a text: the older wording and the newer side by side, the differences marked. */
export function RevisionsPage<W>(props: Props<W>) {
  const { frame, names, thing, first, revisions, facets, withdrawn = [] } = props
  const t = wordsIn(frame.locale)
  const title = t('revisions.title', { title: thing.title })
  const at = <InstantText at={first.recordedAt} />
  const stated = facets(first.wording).filter(({ text }) => text !== null)
  return (
    <Page frame={frame} title={title} dated="known">
      <p class="kicker">
        <Go href={thing.href}>
          <span dir="auto">{thing.title}</span>
        </Go>
      </p>
      <h1 dir="auto">{title}</h1>
      <p class="lead">{t('revisions.lead', { count: revisions.length })}</p>
      {revisions.map(({ before, after, ...revision }) => (
        <RevisionRow {...revision} names={names} differences={differing(facets(before), facets(after))} />
      ))}
      <section id={`entry-${first.entry}`}>
        <h2>{t.rich('revisions.first', { at })}</h2>
        <Facts
          facts={stated.map(({ name, text, language }) => ({
            name,
            value: <Told text={text ?? ''} language={language ?? null} />,
          }))}
        />
      </section>
      <WithdrawnMeasures measures={withdrawn} names={names} />
    </Page>
  )
}
