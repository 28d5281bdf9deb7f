import type { Db } from '../db/database'

/** The number of the newest change on a measure, or that worded its agreement anew; 0 without one. */
export async function newestChangeOn(
  db: Db,
  { agreement, code }: { agreement: string; code: string },
): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .where('agreement', '=', agreement)
    // A day that came changes nothing that somebody wrote.
    .where('kind', '!=', 'day_passed')
    .where((e) => e.or([e('measure', '=', code), e('kind', '=', 'agreement_revised')]))
    .select((e) => e.fn.max('n').as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
