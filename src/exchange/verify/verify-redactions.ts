import { fieldsOf, type JsonObject } from '../../lib/json'
import { REMOVED } from '../../lib/text'
import type { Leaf } from '../ledger.queries'
import type { Report } from './verify-entries'

export interface RedactionCheck {
  take: (leaf: Leaf, content: JsonObject | undefined) => void
  end: () => void
}

/** What was redacted and what redacted it name one another, and something was removed. */
export function openRedactionCheck(report: Report): RedactionCheck {
  const redactedBy = new Map<number, number>()
  const answered = new Set<number>()
  return {
    take: (leaf, content) => {
      const { n, kind } = leaf.entry
      if (leaf.redactedBy !== null) redactedBy.set(n, leaf.redactedBy)
      if (kind !== 'content_redacted' || !content || leaf.body === null) return
      // Of evidence, what is kept beside the ledger is destroyed, and nothing of the entry's own content.
      if (fieldsOf(content).number('evidence') !== null) return
      for (const other of namedIn(content)) {
        if (redactedBy.get(other) === n) answered.add(other)
        else report(`entry ${n}: says that it redacts entry ${other}, which it does not`)
      }
      if (!JSON.stringify(fieldsOf(content).object('content')).includes(REMOVED))
        report(`entry ${n}: redacts an entry and removes nothing from it`)
    },
    end: () => {
      for (const [n, by] of redactedBy)
        if (!answered.has(n))
          report(`entry ${n}: its content is gone, and entry ${by} does not say that it redacts it`)
    },
  }
}

/** The entry that a redaction is of, and the earlier redactions of it that it takes the place of. */
function namedIn(content: JsonObject): number[] {
  const entries = [content, ...fieldsOf(content).objects('earlier')].map((named) => named['entry'])
  return entries.filter((entry) => typeof entry === 'number')
}
