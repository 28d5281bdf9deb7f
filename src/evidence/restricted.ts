import { canonical, digestOf, freshSalt } from '../ledger/content'
import { fieldsOf, isObject, type JsonObject, parseObject } from '../lib/json'

/** What restricted evidence says, as its commitment covers it. */
export interface Hidden {
  /** Canonical JSON of all but what anybody sees. */
  body: string
  salt: string
}

/** Evidence as the ledger takes it, and what is kept beside the ledger; null where nothing is hidden. */
interface Sealed {
  shown: JsonObject
  hidden: Hidden | null
}

const SHOWN = ['id', 'kind', 'restricted', 'recorded_at']

const partOf = (evidence: JsonObject, shown: boolean): JsonObject =>
  Object.fromEntries(Object.entries(evidence).filter(([key]) => SHOWN.includes(key) === shown))

/** Parts restricted evidence into what the ledger says and what it only commits to; other evidence is shown whole. */
export function seal(evidence: JsonObject): Sealed {
  const restricted = fieldsOf(evidence).object('restricted')
  const said = partOf(evidence, false)
  if (!restricted || Object.keys(said).length === 0) return { shown: evidence, hidden: null }
  const hidden = { body: canonical(said), salt: fieldsOf(restricted).text('salt') ?? freshSalt() }
  const review_on = fieldsOf(restricted).text('review_on')
  const commitment = digestOf(hidden.salt, hidden.body)
  return { shown: { ...partOf(evidence, true), restricted: { review_on, commitment } }, hidden }
}

/** The evidence with what was hidden of it, and its salt. */
export function unseal(shown: JsonObject, { body, salt }: Hidden): JsonObject {
  const restricted = fieldsOf(shown).object('restricted') ?? {}
  return { ...shown, ...parseObject(body), restricted: { ...restricted, salt } }
}

/** Whether what restricted evidence says of itself can be: a commitment stands alone, or fits what it commits to. */
export function isSound(evidence: JsonObject): boolean {
  const restricted = fieldsOf(evidence).object('restricted')
  if (!restricted) return true
  const { text } = fieldsOf(restricted)
  const [commitment, salt] = [text('commitment'), text('salt')]
  if (Object.keys(partOf(evidence, false)).length === 0) return salt === null
  if (commitment === null) return true
  return salt !== null && fieldsOf(seal(evidence).shown).object('restricted')?.['commitment'] === commitment
}

/** Whether two tellings of restricted evidence can be of the same: what both say of it, or both commit to, is equal. */
export function agree(one: JsonObject, other: JsonObject): boolean {
  const [these, those] = [toldBy(one), toldBy(other)]
  if (these.said !== null && those.said !== null) return these.said === those.said
  return these.commitment === null || those.commitment === null || these.commitment === those.commitment
}

function toldBy(evidence: JsonObject) {
  const said = partOf(evidence, false)
  return {
    said: Object.keys(said).length === 0 ? null : canonical(said),
    commitment: fieldsOf(fieldsOf(evidence).object('restricted') ?? {}).text('commitment'),
  }
}

/** The evidence of some content, as anybody may read it: of what is restricted its kind and the day of its review. */
export const openly = (content: JsonObject): JsonObject => mapEvidence(content, openPart)

function openPart(evidence: JsonObject): JsonObject {
  const restricted = fieldsOf(evidence).object('restricted')
  if (!restricted) return evidence
  return { ...partOf(evidence, true), restricted: { review_on: restricted['review_on'] ?? null } }
}

export function mapEvidence(content: JsonObject, change: (evidence: JsonObject) => JsonObject): JsonObject {
  const list = content['evidence']
  return Array.isArray(list)
    ? { ...content, evidence: list.map((one) => (isObject(one) ? change(one) : one)) }
    : content
}
