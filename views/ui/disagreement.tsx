import type { Child } from 'hono/jsx'
import { paths } from '../../src/paths'
import {
  type Since,
  type Unverified,
  unverifiedIn,
  type Voice,
  widestGap,
} from '../../src/standing/disagreement'
import type { DaysKnown, Standing } from '../../src/standing/standing.types'
import { isForeign } from '../../src/status-reports/report-source'
import { Go } from './asked'
import { DayOf } from './day'
import { nameOf, namesOf, type Names } from './names'
import { useT, type Words } from './words'

interface Props {
  standing: Pick<Standing, 'claims' | 'finding'>
  since: Since
  names: Names
  owedBy: readonly string[]
  known: DaysKnown
  /** Each position leads to its report. */
  linked?: boolean
}
type Around = Pick<Props, 'names' | 'owedBy' | 'known' | 'linked'>

/** "Iran says partly implemented (public source, as of 3 May 2024)". */
function voiceWords(t: Words, voice: Voice, { names, owedBy, known, linked }: Around): Child {
  const said = {
    stage: voice.stage,
    day: <DayOf day={voice.asOf} known={known.said} />,
    a: (words: Child[]) => (linked ? <Go href={paths.report(voice.report)}>{words}</Go> : <>{words}</>),
  }
  if (voice.party === null) return t.rich('ui.voice_finding', said)
  const claim = { ...said, party: nameOf(names, voice.party), source: voice.channel }
  return isForeign(voice.party, owedBy)
    ? t.rich('ui.voice_claim_of', { ...claim, owing: namesOf(t, names, owedBy) })
    : t.rich('ui.voice_claim', claim)
}

/** Between which two positions the widest gap lies, how wide it is and since when a measure is disputed; nothing where it is not. */
export function DisputeWords({ standing, since, ...around }: Props) {
  const t = useT()
  const gap = widestGap(standing)
  if (!gap || since.disputed === null) return null
  return (
    <>
      {t.rich('ui.disputed', {
        since: <DayOf day={since.disputed} known={around.known.said} />,
        high: voiceWords(t, gap.high, around),
        low: voiceWords(t, gap.low, around),
        stages: gap.stages,
      })}
    </>
  )
}

/** Which claims nobody independent has looked into, or which outran the finding, and since when; nothing where none does. */
export function UnverifiedWords({ standing, since, ...around }: Props) {
  const t = useT()
  const unverified = unverifiedIn(standing)
  if (!unverified || since.awaitingVerification === null) return null
  const day = <DayOf day={since.awaitingVerification} known={around.known.said} />
  return <>{unverifiedWords(t, unverified, day, around)}</>
}

function unverifiedWords(t: Words, unverified: Unverified, since: Child, around: Around): Child {
  if (unverified.finding === null)
    return t.rich('ui.unverified', {
      since,
      parties: namesOf(
        t,
        around.names,
        unverified.claims.map(({ party }) => party),
      ),
    })
  return t.rich('ui.outran', {
    since,
    claim: voiceWords(t, unverified.claim, around),
    finding: voiceWords(t, { ...unverified.finding, party: null }, around),
    stages: unverified.stages,
  })
}

/** Why the flags of disagreement are up, a sentence for each, its positions linked to their reports. */
export function Disagreement(props: Props) {
  const t = useT()
  const { disputed, awaitingVerification } = props.since
  if (disputed === null && awaitingVerification === null) return null
  return (
    <dl class="disagreement">
      {disputed === null ? null : (
        <div>
          <dt>{t('labels.flag.disputed')}</dt>
          <dd>
            <DisputeWords {...props} linked />
          </dd>
        </div>
      )}
      {awaitingVerification === null ? null : (
        <div>
          <dt>{t('labels.flag.awaiting_verification')}</dt>
          <dd>
            <UnverifiedWords {...props} linked />
          </dd>
        </div>
      )}
    </dl>
  )
}
