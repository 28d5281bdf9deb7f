import { z } from 'zod'
import type { Db } from '../db/database'
import { choice, maybeText, text } from '../lib/schema'
import type { Problem } from '../messages/problem'
import { problemsFrom } from '../messages/zod-problems'
import { findParty } from '../parties/party.store'
import { LONGEST_EMAIL, LONGEST_NAME, normalEmail, ROLES } from './user'

const email = text(LONGEST_EMAIL)
  .transform(normalEmail)
  .pipe(z.string().regex(/^[^\s@]+@[^\s@]+$/, 'users.email_wrong'))
const duties = {
  roles: z.array(choice(ROLES)).transform((roles) => [...new Set(roles)]),
  party: maybeText(80),
}

const dutiesSchema = z.object(duties)
const personSchema = z.object({
  email,
  name: text(LONGEST_NAME),
  organisation: maybeText(LONGEST_NAME),
  ...duties,
})

/** What somebody may do, and for whom. */
export type Duties = z.output<typeof dutiesSchema>
/** Somebody who is to have an account. */
export type Person = z.output<typeof personSchema>

type Read<T> = { given: T } | { problems: Problem[] }

export const readPerson = (values: unknown): Read<Person> => read(personSchema, values)
export const readDuties = (values: unknown): Read<Duties> => read(dutiesSchema, values)

function read<T>(schema: z.ZodType<T>, values: unknown): Read<T> {
  const { success, data, error } = schema.safeParse(values)
  if (success) return { given: data }
  // One unknown role among several is a problem of the field, which has one place on the page.
  const problems = problemsFrom(error).map((problem) => ({
    ...problem,
    field: problem.field.split('.')[0] ?? '',
  }))
  return { problems }
}

/** What is wrong with somebody's duties, which only the record can say. */
export async function dutyProblems(db: Db, { roles, party }: Duties): Promise<Problem[]> {
  const speaks = roles.includes('reporter')
  if (!speaks) return party === undefined ? [] : [{ field: 'party', message: 'users.party_without_reporter' }]
  if (party === undefined) return [{ field: 'party', message: 'users.reporter_needs_party' }]
  const known = await findParty(db, party, null)
  return known && known.party.withdrawn === null
    ? []
    : [{ field: 'party', message: 'rules.party.unknown', values: { value: party } }]
}
