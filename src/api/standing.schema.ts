import { z } from '@hono/zod-openapi'
import { BASES, FRESHNESS, type Label, LABELS, TIMES } from '../standing/standing.types'
import { CHANNELS, CONDITIONS } from '../status-reports/status-report'
import { amount, by, count, day, id, maybeStage, slug, stage, told } from './pieces'

const condition = z.enum(CONDITIONS)
const days = z.int().min(-9_999_999).max(9_999_999).nullable()
const share = (least: number, most: number) => z.number().min(least).max(most).nullable()

export const standingSchema = z
  .strictObject({
    stage: maybeStage,
    condition,
    label: z.enum(LABELS),
    basis: z.enum(BASES),
    disputed: z.boolean(),
    awaiting_verification: z.boolean(),
    freshness: z.enum(FRESHNESS),
    last_heard_on: day.nullable(),
    last_looked_on: day.nullable(),
    since: day.nullable(),
    met_on: day.nullable(),
    time: z.enum(TIMES),
    due_on: day.nullable(),
    original_due_on: day.nullable(),
    times_moved: count,
    slippage_days: days,
    days_overdue: days,
    claims: z.array(
      z.strictObject({ party: slug, stage, condition, as_of: day, channel: z.enum(CHANNELS), report: id }),
    ),
    finding: z.strictObject({ stage, condition, as_of: day, by, report: id }).nullable(),
  })
  .openapi('Standing')

const each = (label: Label) => [label, count] as const
export const countsSchema = z
  .strictObject(Object.fromEntries(LABELS.map(each)))
  .openapi('Counts', { description: told('api.field.counts') })

export const scoreSchema = z
  .strictObject({
    n: count,
    coverage: share(0, 1),
    progress: share(0, 100),
    low: share(0, 100),
    high: share(0, 100),
    claimed: share(0, 100),
    strict: share(0, 100),
    by_party: z.record(slug, amount),
    g20: share(-1, 1),
    g20_percent: share(0, 100),
    disagreement: share(0, 100),
    counts: countsSchema,
  })
  .openapi('Score')
