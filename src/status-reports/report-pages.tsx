import type { Context } from 'hono'
import type { Frame } from '../../views/layout/frame'
import { ReportConflictPage } from '../../views/status-reports/report-conflict-page'
import { ReportFormPage } from '../../views/status-reports/report-form-page'
import { ReportPreviewPage } from '../../views/status-reports/report-preview-page'
import type { Deps } from '../deps'
import { ownDraft } from '../drafts/draft.queries'
import { approvalsAmong, type FourEyes, needsApproval } from '../drafts/four-eyes'
import type { User } from '../users/user'
import { signedInReader } from '../web/reader'
import type { MessageKey } from '../messages/messages'
import type { Problem } from '../messages/problem'
import type { Previewed } from './preview-status-report'
import type { Place } from './report-context.store'
import type { Offer } from './report-permissions'
import { sightOf } from './report-sight.queries'
import { EVIDENCE_BLOCKS, padded, type ReportValues } from './report-values'
import type { ReportWording, StatusReport } from './status-report'

export type FrameOf = (c: Context) => Promise<Frame>

const LAST = 3

interface Shown {
  values: ReportValues
  problems?: readonly Problem[]
  notice?: MessageKey
  /** Whether it was kept as a draft just now. */
  saved?: boolean
  blocks?: number
  status?: 200 | 409 | 422
}

interface Around {
  deps: Deps
  frameOf: FrameOf
  fourEyes: FourEyes
  /** Who looks. */
  user: User
}

/** The pages of the report form for one measure and what one person may file on it. */
export function reportPages(
  { deps, frameOf, fourEyes, user }: Around,
  c: Context,
  place: Place,
  offer: Offer,
) {
  const around = async () => ({
    frame: await frameOf(c),
    sight: await sightOf(deps, place, signedInReader(c, user)),
  })
  return {
    form: async (asked: Shown) => {
      const { values, problems = [], notice, saved = false, blocks = EVIDENCE_BLOCKS, status = 200 } = asked
      const { frame, sight } = await around()
      const { names, history } = sight
      const corrects = history.find(({ report }) => report.id === values.corrects)?.report ?? null
      const shown = {
        ...offered(values, offer),
        seen: /^\d+$/.test(values.seen.trim()) ? values.seen : String(sight.head),
        idempotency_key: values.idempotency_key.trim() || deps.newId(),
        evidence: padded(values.evidence, blocks),
      }
      return c.html(
        <ReportFormPage
          frame={frame}
          names={names}
          place={place}
          offer={corrects ? onlyAs(corrects) : offer}
          values={shown}
          problems={problems}
          last={history.slice(0, LAST)}
          corrects={corrects}
          approvals={approvalsAmong(fourEyes, offer.kinds)}
          draft={await ownDraft(deps.db.read, values.draft, user.id)}
          saved={saved}
          notice={notice}
        />,
        status === 422 && problems.some(isTooLarge) ? 413 : status,
      )
    },
    preview: async (values: ReportValues, { wording, before, after, newer }: WouldStand) => {
      const { frame, sight } = await around()
      return c.html(
        <ReportPreviewPage
          frame={frame}
          names={sight.names}
          place={place}
          draft={wording}
          before={before}
          after={after}
          newer={among(sight.history, newer)}
          waits={needsApproval(fourEyes, wording.kind)}
          values={havingSeen(withKey(values, deps), newer)}
        />,
      )
    },
    conflict: async (values: ReportValues, draft: ReportWording, newer: readonly StatusReport[]) => {
      const { frame, sight } = await around()
      return c.html(
        <ReportConflictPage
          frame={frame}
          names={sight.names}
          place={place}
          draft={draft}
          newer={among(sight.history, newer)}
          waits={needsApproval(fourEyes, draft.kind)}
          values={havingSeen(withKey(values, deps), newer)}
        />,
        409,
      )
    },
  }
}

export type ReportPages = ReturnType<typeof reportPages>
type WouldStand = Extract<Previewed, { outcome: 'would stand' }>

const isTooLarge = ({ message }: Problem): boolean =>
  message === 'rules.file.too_large' || message === 'rules.file.too_many'

/** Where a person has no choice, the form says so beforehand. */
const offered = (values: ReportValues, { kinds, channels, parties }: Offer): ReportValues => ({
  ...values,
  kind: values.kind || only(kinds),
  channel: values.channel || only(channels),
  party: values.party || (kinds.includes('finding') ? '' : only(parties)),
})

const only = (choices: readonly string[]): string => (choices.length === 1 ? (choices[0] ?? '') : '')

/** A correction is of the same kind, channel and party as what it corrects. */
const onlyAs = ({ kind, channel, party }: StatusReport): Offer => ({
  kinds: [kind],
  channels: [channel],
  parties: party === null ? [] : [party],
})

const among = <V extends { report: StatusReport }>(
  history: readonly V[],
  newer: readonly StatusReport[],
): V[] => history.filter(({ report }) => newer.some(({ id }) => id === report.id))

const withKey = (values: ReportValues, deps: Deps): ReportValues => ({
  ...values,
  idempotency_key: values.idempotency_key.trim() || deps.newId(),
})

/** The newer reports are on the page that sends this again, so that they count as seen. */
const havingSeen = (values: ReportValues, newer: readonly StatusReport[]): ReportValues =>
  newer.length === 0 ? values : { ...values, seen: String(Math.max(...newer.map(({ entry }) => entry))) }
