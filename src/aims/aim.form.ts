import { z } from 'zod'
import { readBlocks } from '../agreements/evidence-blocks'
import { toContentObject } from '../ledger/content'
import { type Fields, first, given } from '../lib/fields'
import { code, settle, text } from '../lib/schema'
import type { Read } from '../parties/edit'
import { readWith } from '../parties/form'
import type { Channel } from '../status-reports/status-report'
import type { AssessmentWording } from './aim'
import { readAssessment } from './aim.content'
import { assessmentFields } from './aim.schema'

export const LONGEST_TITLE = 300

const aimSchema = z.strictObject({ code, title: text(LONGEST_TITLE) })

export const readAimForm = (fields: Fields): Read<{ code: string; title: string }> =>
  readWith(aimSchema, { code: first(fields, 'code').trim(), title: first(fields, 'title') })

/** How an assessment was sent; null for neither of the two. */
export function channelIn(fields: Fields, usual: Channel): Channel | null {
  const said = given(fields, 'channel') ?? usual
  return said === 'own' || said === 'public_source' ? said : null
}

const assessmentSchema = z
  .strictObject(assessmentFields)
  .transform((assessment) => settle(assessment, 'as_of', 'last'))

// A problem with who said it is put right where the person is named.
const CONTROLS: Record<string, string> = { 'by.name': 'by_name', 'by.organisation': 'by_organisation' }

/** An assessment of an aim, with the assessor that its form names. */
export function readAssessmentForm(fields: Fields): Read<AssessmentWording> {
  const { list, atControl } = readBlocks(fields)
  const by = { name: given(fields, 'by_name'), organisation: given(fields, 'by_organisation') }
  const input = {
    as_of: first(fields, 'as_of').trim(),
    as_of_precision: given(fields, 'as_of_precision'),
    verdict: given(fields, 'verdict'),
    by: by.name === undefined && by.organisation === undefined ? undefined : by,
    summary: given(fields, 'summary'),
    evidence: list,
  }
  const read = readWith(assessmentSchema, input, (field) => CONTROLS[field] ?? atControl(field))
  return 'problems' in read ? read : { said: readAssessment(toContentObject(read.said)) }
}
