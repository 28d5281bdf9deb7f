import * as createRecord from './2026-11-23-01-create-record'
import * as createStanding from './2026-11-23-02-create-standing'
import * as createUsers from './2026-11-23-03-create-users'
import * as secureAccounts from './2026-11-27-01-secure-accounts'
import * as createDrafts from './2026-11-27-02-create-drafts'
import * as keepFiles from './2026-11-27-03-keep-files'
import * as createTree from './2026-11-27-04-create-tree'
import * as narrowIndexes from './2026-11-27-06-narrow-indexes'
import * as indexInexactDays from './2026-11-27-06b-index-inexact-days'
import * as removeFiles from './2026-11-27-07-remove-files'
import * as passDays from './2026-11-27-08-pass-days'
import * as knowRuns from './2026-11-27-09-know-runs'

/** Every step of the schema, in order; frozen once released. */
export const migrations = {
  '2026-11-23-01-create-record': createRecord,
  '2026-11-23-02-create-standing': createStanding,
  '2026-11-23-03-create-users': createUsers,
  '2026-11-27-01-secure-accounts': secureAccounts,
  '2026-11-27-02-create-drafts': createDrafts,
  '2026-11-27-03-keep-files': keepFiles,
  '2026-11-27-04-create-tree': createTree,
  '2026-11-27-06-narrow-indexes': narrowIndexes,
  '2026-11-27-06b-index-inexact-days': indexInexactDays,
  '2026-11-27-07-remove-files': removeFiles,
  '2026-11-27-08-pass-days': passDays,
  '2026-11-27-09-know-runs': knowRuns,
}
