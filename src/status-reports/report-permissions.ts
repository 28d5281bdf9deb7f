import type { Actor } from '../ledger/entry'
import type { Reply } from '../replies/reply'
import { actorAs } from '../users/pens'
import type { User } from '../users/user'
import { isImported } from './report-rules'
import type { Channel, ReportKind, StatusReport } from './status-report'

/** What a person may choose in the form of a status report. */
export interface Offer {
  kinds: ReportKind[]
  channels: Channel[]
  /** Parties of the agreement that the person may say a claim is of. */
  parties: string[]
}

/** What a person may file on a measure of an agreement between these parties; undefined where that is nothing. */
export function offerTo(user: User, parties: readonly string[]): Offer | undefined {
  const editor = actorAs(user, 'editor') !== undefined
  const speaksFor = parties.filter((party) => party === speakerFor(user))
  const reporter = speaksFor.length > 0
  const verifier = actorAs(user, 'verifier') !== undefined
  if (!editor && !reporter && !verifier) return undefined
  return {
    kinds: [
      ...(editor || reporter ? (['claim'] as const) : []),
      ...(editor || verifier ? (['finding'] as const) : []),
    ],
    channels: [
      ...(reporter || verifier ? (['own'] as const) : []),
      ...(editor ? (['public_source'] as const) : []),
    ],
    parties: editor ? [...parties] : speaksFor,
  }
}

/** The party a person reports for. */
const speakerFor = (user: User): string | null => actorAs(user, 'reporter')?.party ?? null

/** Whoever a report is of: a reporter of the party, the very account that found, an editor for a public source. */
function authorOf(user: User, report: StatusReport): Actor | undefined {
  if (report.channel === 'public_source') return actorAs(user, 'editor')
  if (report.kind === 'claim')
    return report.party !== null && report.party === user.party ? actorAs(user, 'reporter') : undefined
  return user.actorId === report.actor.id ? actorAs(user, 'verifier') : undefined
}

/** Who a person is when withdrawing a report; undefined when they may not. */
export const withdrawerOf = (user: User, report: StatusReport): Actor | undefined =>
  isImported(report) ? actorAs(user, 'editor') : authorOf(user, report)

/** Who a person is when correcting a report; undefined when they may not. Nobody corrects an imported own report. */
export const correctorOf = (user: User, report: StatusReport): Actor | undefined =>
  isImported(report) ? undefined : authorOf(user, report)

/** Who a person is when replying to a finding: a reporter whose party is a party of the agreement. */
export function replierTo(user: User, parties: readonly string[]): Actor | undefined {
  const party = speakerFor(user)
  return party !== null && parties.includes(party) ? actorAs(user, 'reporter') : undefined
}

/** Who a person is when withdrawing a reply: a reporter of the party whose word it is, however it came here; nobody else. */
export const replyWithdrawerOf = (user: User, reply: Pick<Reply, 'party'>): Actor | undefined =>
  speakerFor(user) === reply.party ? actorAs(user, 'reporter') : undefined
