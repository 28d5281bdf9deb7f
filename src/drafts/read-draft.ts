import { fieldsOf } from '../status-reports/report-values'
import { type Account, type ReadForm, readReportForm } from '../status-reports/status-report.form'
import type { Draft } from './draft'

/** What a draft says, as its form would be read; own reports carry the author's name of today. */
export const readDraft = ({ values }: Draft, author: Account): ReadForm =>
  readReportForm(fieldsOf(values), author)
