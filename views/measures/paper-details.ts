import { decidedDays, type Deadline } from '../../src/deadlines/deadline'
import type { Day } from '../../src/lib/dates'
import type { ImplementabilityPoint } from '../../src/measures/implementability'
import type { MeasureWording } from '../../src/measures/measure'
import { listWords } from '../ui/amounts'
import { dayWords } from '../ui/day'
import { nameOf, type Names } from '../ui/names'
import { VERIFICATION_WORDS } from '../ui/record-kinds'
import type { Words } from '../ui/words'

const LONGEST = 120
const clipped = (text: string | null): string | null =>
  text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

function bodiesWords(t: Words, { owedBy, bodies }: MeasureWording, names: Names): string | null {
  const named = new Map(Object.entries(bodies))
  if (owedBy.every((party) => !named.has(party))) return null
  return listWords(
    t,
    owedBy.map((party) => {
      const [body, name] = [named.get(party), nameOf(names, party)]
      return body === undefined
        ? t('paper.no_body', { party: name })
        : t('measures.body', { party: name, body: clipped(body) ?? '' })
    }),
  )
}

function dueWords(t: Words, deadlines: readonly Deadline[], concludedOn: Day): string | null {
  const early = deadlines.filter((one) => decidedDays([one]).some((day) => day <= concludedOn))
  const days = early.flatMap(({ dueOn, dueOnPrecision }) =>
    dueOn === null ? [] : [dayWords(t, dueOn, dueOnPrecision)],
  )
  return days.length === 0 ? null : t('paper.due', { days: listWords(t, days) })
}

/** What the text of a measure gives of each point, in a few words; the whole is in its wording. */
export function paperDetails(
  t: Words,
  measure: MeasureWording,
  { names, deadlines, concludedOn }: { names: Names; deadlines: readonly Deadline[]; concludedOn: Day },
): Partial<Record<ImplementabilityPoint, string | null>> {
  const { verification } = measure
  return {
    body: bodiesWords(t, measure, names),
    deadline: dueWords(t, deadlines, concludedOn),
    criterion: clipped(measure.criterion),
    ...(verification === null || verification === 'none'
      ? {}
      : { verification: t(VERIFICATION_WORDS[verification]) }),
    resources: clipped(measure.resources),
    reporting: clipped(measure.reportingFrequency),
    dispute: clipped(measure.disputeProcedure),
  }
}
