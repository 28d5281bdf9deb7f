import { z } from '@hono/zod-openapi'
import { DRAFT_STATES } from '../drafts/draft'
import { code, id, instant, slug, told } from './pieces'
import { saidSchema } from './report.schema'

/** A report that has not entered the record, for its author and whoever may approve it. */
export const draftSchema = z
  .strictObject({
    id,
    page: z.string().openapi({ description: told('api.field.draft_page') }),
    state: z.enum(DRAFT_STATES).openapi({ description: told('api.field.draft_state') }),
    agreement: slug,
    measure: code,
    changed_at: instant,
    said: z.union([saidSchema, z.null()]).openapi({ description: told('api.field.draft_said') }),
    returned: z
      .array(z.strictObject({ at: instant, comment: z.string() }).openapi('DraftReturned'))
      .openapi({ description: told('api.field.draft_returned') }),
    report: id.nullable().openapi({ description: told('api.field.draft_report') }),
  })
  .openapi('Draft')
