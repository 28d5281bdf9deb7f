import type { Precisions } from '../../src/lib/dates'
import type { ReportFact } from '../../src/standing/facts'
import { heldSince } from '../../src/standing/tracks'
import { isForeign } from '../../src/status-reports/report-source'
import { DayOf, dayWords } from '../ui/day'
import { nameOf, namesOf, type Names } from '../ui/names'
import { useT } from '../ui/words'
import { styleOf } from './track-geometry'
import { type PositionHistory, speakerWords } from './track-words'

interface SpeakersProps {
  history: PositionHistory
  owedBy: readonly string[]
  names: Names
  known: Precisions
}

/** Each line's style, and in a sentence where it ends and since when. */
export function Speakers({ history, owedBy, names, known }: SpeakersProps) {
  const t = useT()
  const silent = owedBy.filter((party) => history.tracks.every((track) => track.party !== party))
  return (
    <ul class="legend tracks">
      {history.tracks.map((track, index) => {
        const last = track.steps.at(-1)
        const since = heldSince(track)
        if (!last || since === null) return null
        const { shape, dash } = styleOf(track.party, index)
        return (
          <li>
            <svg
              class={track.party === null ? 'track-key finding' : 'track-key'}
              viewBox="-17 -9 34 18"
              aria-hidden="true"
            >
              <line x1="-17" x2="17" y1="0" y2="0" stroke-dasharray={dash} />
              <path d={shape} />
            </svg>
            <span>
              {t.rich('tracks.now', {
                who: <b>{speakerWords(t, names, track.party)}</b>,
                stage: String(last.stage),
                condition: last.condition,
                day: <DayOf day={since} known={known} />,
              })}
              {isForeign(track.party, owedBy) ? (
                <small class="below">{t('ui.on_duty_of', { owing: namesOf(t, names, owedBy) })}</small>
              ) : null}
            </span>
          </li>
        )
      })}
      {silent.map((party) => (
        <li class="unknown">
          <span>{t.rich('tracks.silent', { who: <b>{nameOf(names, party)}</b> })}</span>
        </li>
      ))}
    </ul>
  )
}

const isOwn = ({ channel }: ReportFact): boolean => channel === 'own'

/** What the marks mean that occur. */
export function Reading({ history, stale, due }: { history: PositionHistory; stale: boolean; due: boolean }) {
  const { said, looked, earlier, from } = history
  const t = useT()
  const all = [...said, ...looked]
  return (
    <p class="hint">
      {[
        ...(all.some(isOwn) ? [t('tracks.own')] : []),
        ...(all.every(isOwn) ? [] : [t('tracks.public_source')]),
        ...(looked.length > 0 ? [t('tracks.looked')] : []),
        ...(stale ? [t('tracks.hatched')] : []),
        ...(due ? [t('tracks.due')] : []),
        ...(from === null ? [] : [t('tracks.from', { earlier, shown: all.length, day: dayWords(t, from) })]),
      ].join(' ')}
    </p>
  )
}
