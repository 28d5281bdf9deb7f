import type { Child } from 'hono/jsx'
import { paths } from '../../src/paths'
import {
  type Since,
  type Unverified,
  unverifiedIn,
  type Voice,
  widestGap,
} from '../../src/standing/disagreement'
import type { ClaimPosition, Standing } from '../../src/standing/standing.types'
import { Go } from './asked'
import { DayText } from './day'
import { nameOf, namesOf, type Names } from './names'
import { isForeign } from './source'
import { useT, type Words } from './words'

interface Props {
  standing: Pick<Standing, 'claims' | 'finding'>
  since: Since
  names: Names
  owedBy: readonly string[]
}

/** "Iran says partly implemented (public source, as of 3 May 2024)", linked to the report. */
function voiceWords(t: Words, voice: Voice, { names, owedBy }: Pick<Props, 'names' | 'owedBy'>): Child {
  const said = {
    stage: voice.stage,
    day: <DayText day={voice.asOf} />,
    a: (words: Child[]) => <Go href={paths.report(voice.report)}>{words}</Go>,
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
        since: <DayText day={since.disputed} />,
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
  return <>{unverifiedWords(t, unverified, <DayText day={since.awaitingVerification} />, around)}</>
}

function unverifiedWords(
  t: Words,
  unverified: Unverified,
  since: Child,
  around: Pick<Props, 'names' | 'owedBy'>,
): Child {
  if (unverified.finding === null)
    return t.rich('ui.unverified', { since, claims: claimsWords(t, unverified.claims, around) })
  return t.rich('ui.outran', {
    since,
    claim: voiceWords(t, unverified.claim, around),
    finding: voiceWords(t, { ...unverified.finding, party: null }, around),
    stages: unverified.stages,
  })
}

/** Each claim, one after the other. */
const claimsWords = (
  t: Words,
  claims: readonly ClaimPosition[],
  around: Pick<Props, 'names' | 'owedBy'>,
): Child =>
  claims.map((claim, index) => (
    <>
      {index === 0 ? null : t('ui.voice_between')}
      {voiceWords(t, claim, around)}
    </>
  ))

/** Why the flags of disagreement are up, a sentence for each. */
export function Disagreement(props: Props) {
  const { disputed, awaitingVerification } = props.since
  if (disputed === null && awaitingVerification === null) return null
  return (
    <div class="disagreement">
      {disputed === null ? null : (
        <p>
          <DisputeWords {...props} />
        </p>
      )}
      {awaitingVerification === null ? null : (
        <p>
          <UnverifiedWords {...props} />
        </p>
      )}
    </div>
  )
}
