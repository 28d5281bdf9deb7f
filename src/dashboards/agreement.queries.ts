import type { Agreement } from '../agreements/agreement'
import { readAgreement } from '../agreements/agreement.content'
import { type AgreementHistory } from '../agreements/agreement.store'
import { aimsAt } from '../aims/aim.store'
import type { Db } from '../db/database'
import { type Implementability, implementabilityOf } from '../measures/implementability'
import { lastObservedOn } from '../observations/observation.store'
import type { Measure } from '../measures/measure'
import { countWithdrawn } from '../measures/measure.store'
import { notesAt } from '../notes/note.store'
import type { Asked } from '../standing/facts'
import type { Day, Instant } from '../lib/dates'
import { changesAt } from './changes.queries'
import { latestReport, lineFacts, linksAt, type Strips } from './lines.queries'
import { addressOf, type Place, type Placed } from './placed.queries'
import type { Register } from './register'
import { revisionsIn } from './revised'
import { decidedDays } from '../deadlines/deadline'
import type { DeadlineOf } from '../deadlines/deadline.store'
import { inPromisedOrder } from '../measures/lineage.queries'

/** How well a measure's own text could be implemented, from the text and the days on which its deadlines were decided. */
export const implementabilityFrom = (
  agreement: Agreement,
  measure: Measure,
  deadlinesDecidedOn: readonly Day[],
): Implementability =>
  implementabilityOf({
    owedBy: measure.owedBy,
    bodies: measure.bodies,
    criterion: measure.criterion,
    verification: measure.verification,
    resources: measure.resources,
    reportingFrequency: measure.reportingFrequency,
    disputeProcedure: measure.disputeProcedure,
    textPublic: measure.textPublic,
    deadlinesDecidedOn,
    concludedOn: agreement.concludedOn,
  })

/** The same from every known deadline, whatever day is asked for. */
export const implementabilityAt = (
  agreement: Agreement,
  measure: Measure,
  deadlines: readonly DeadlineOf[],
): Implementability => implementabilityFrom(agreement, measure, decidedDays(deadlines))

/** Measures as lists show them, with their strips, deadlines, last report and re-pledges. */
export async function measureLines(
  db: Db,
  register: Register,
  placed: readonly Placed[],
  asked: Asked,
  strips: Strips = 'drawn',
) {
  const facts = await lineFacts(db, placed, asked, strips)
  const addresses = new Set(placed.map(addressOf))
  const links = (await linksAt(db, placed, asked)).filter(({ earlier }) => addresses.has(earlier))
  const promises = new Set(links.map(({ later }) => later))
  const again =
    links.length === 0
      ? []
      : (await register.places(asked.knownAt)).filter(
          (each) => promises.has(addressOf(each)) && each.agreement.concludedOn <= asked.asOf,
        )
  return placed.map((each) => {
    const report = latestReport(each.standing)
    const repledged = again
      .filter((other) =>
        links.some(({ earlier, later }) => earlier === addressOf(each) && later === addressOf(other)),
      )
      .sort((a, b) => inPromisedOrder(promiseOf(a), promiseOf(b)))[0]
    return {
      ...each,
      known: facts.known.get(each.measure.id) ?? { said: {}, due: {} },
      runs: facts.runs.get(each.measure.id)?.runs ?? [],
      byMonth: facts.runs.get(each.measure.id)?.byMonth ?? false,
      deadlines: facts.deadlines.get(each.measure.id) ?? [],
      implementability: implementabilityAt(
        each.agreement,
        each.measure,
        facts.decided.get(each.measure.id) ?? [],
      ),
      latest: report === null ? null : (facts.latest.get(report) ?? null),
      repledgedIn: repledged
        ? {
            agreement: repledged.agreement.slug,
            code: repledged.measure.code,
            concludedOn: repledged.agreement.concludedOn,
          }
        : null,
    }
  })
}

const promiseOf = ({ agreement, measure }: Place) => ({
  agreement,
  concludedOn: agreement.concludedOn,
  code: measure.code,
})

/** When one of these measures that recur was last carried out, such as a session held; null where none was. */
export const lastSessionOn = (db: Db, placed: readonly Placed[], knownAt: Instant | null) =>
  lastObservedOn(
    db,
    knownAt,
    placed.flatMap(({ measure }) => (measure.obligation === 'periodic' ? measure.id : [])),
  )

/** What an agreement's page shows besides its measures. */
export async function agreementBackground(
  db: Db,
  { agreement, wordings }: AgreementHistory,
  { asOf, knownAt }: Asked,
) {
  const notes = await notesAt(db, knownAt, { agreementIds: [agreement.id] })
  const aims = await aimsAt(db, knownAt, agreement.id)
  return {
    notes: notes.filter(({ on }) => on <= asOf),
    aims: aims
      .filter(({ withdrawn }) => !withdrawn)
      .map((aim) => ({ ...aim, assessments: aim.assessments.filter((one) => one.asOf <= asOf) })),
    revisions: revisionsIn(wordings, readAgreement),
    withdrawn: await countWithdrawn(db, agreement.id, knownAt),
    changes: await changesAt(db, { agreements: [agreement.slug], knownAt, limit: 6 }),
  }
}
