import type { Context } from 'hono'
import type { Deps } from '../deps'
import { saveDraft } from '../drafts/save-draft'
import { paths } from '../paths'
import { previewStatusReport } from './preview-status-report'
import { type Filing, recordStatusReport } from './record-status-report'
import type { ReportPages } from './report-pages'
import type { ReportValues } from './report-values'
import { atControls } from './status-report.form'

/** Shows what recording the report would do, or what keeps it from being recorded. */
export async function answerPreview(
  deps: Deps,
  c: Context,
  pages: ReportPages,
  values: ReportValues,
  filing: Pick<Filing, 'actor' | 'place' | 'read' | 'seen'>,
) {
  const previewed = await previewStatusReport(deps, filing)
  switch (previewed.outcome) {
    case 'would stand':
      return pages.preview(values, previewed)
    case 'refused':
      return pages.form({ values, problems: atControls(values, previewed.problems), status: 422 })
    case 'no such measure':
      return c.notFound()
  }
}

/** Keeps what was typed as a draft and leads to it. */
export async function answerSaved(
  deps: Deps,
  c: Context,
  pages: ReportPages,
  saving: Parameters<typeof saveDraft>[1],
) {
  const saved = await saveDraft(deps, saving)
  switch (saved.outcome) {
    case 'saved':
      return c.redirect(`${paths.draft(saved.id)}?saved`, 303)
    case 'too many':
      return pages.form({ values: saving.values, notice: 'drafts.too_many', status: 422 })
    case 'no such measure':
      return c.notFound()
  }
}

/** Records the report and leads to it, or shows what keeps it from being recorded. */
export async function answerRecorded(
  deps: Deps,
  c: Context,
  pages: ReportPages,
  values: ReportValues,
  filing: Filing,
) {
  const recorded = await recordStatusReport(deps, filing)
  switch (recorded.outcome) {
    case 'recorded':
    case 'submitted':
    case 'repeated':
      return c.redirect(recorded.answer.location, 303)
    case 'key reused':
      return pages.form({
        values: { ...values, idempotency_key: '' },
        notice: 'filing.key_reused',
        status: 409,
      })
    case 'overtaken':
      return pages.conflict(values, recorded.wording, recorded.newer)
    case 'refused':
      return pages.form({ values, problems: atControls(values, recorded.problems), status: 422 })
    case 'no such measure':
      return c.notFound()
  }
}
