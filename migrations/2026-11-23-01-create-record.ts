import { type Kysely, PostgresAdapter, sql, type ColumnDefinitionBuilder, type RawBuilder } from 'kysely'

// Days, instants, ids, slugs and codes are text compared by code point on both databases.
const CAPACITIES = ['reporter', 'verifier', 'editor', 'admin', 'operator']
const SUBJECTS = [
  'party',
  'agreement',
  'measure',
  'report',
  'deadline',
  'observation',
  'note',
  'reply',
  'aim',
  'assessment',
  'entry',
  'key',
]
const ENTRY_KINDS = [
  'party_added', 'party_revised', 'agreement_added', 'agreement_revised', 'measure_added', 'measure_revised',
  'report_recorded', 'report_withdrawn', 'deadline_set', 'observation_added', 'note_added', 'reply_added', 'aim_added',
  'aim_assessed', 'withdrawn', 'day_passed', 'content_redacted', 'key_changed',
] // prettier-ignore
const PRECISIONS = ['day', 'month', 'year', 'inferred']
const CONDITIONS = ['active', 'stalled', 'lapsed', 'reversed', 'abandoned', 'superseded']

const RECORD = [
  'entry', 'party', 'party_revision', 'agreement', 'agreement_revision', 'agreement_party', 'measure', 'measure_revision',
  'measure_owed_by', 'measure_repeat', 'deadline', 'report', 'evidence', 'reply', 'note', 'observation', 'aim', 'assessment',
  'withdrawal',
] // prettier-ignore

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const text = postgres ? sql`text collate "C"` : sql`text`
  const oneOf = (column: string, words: (string | number)[]): RawBuilder<boolean> =>
    sql`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`
  const required = (column: ColumnDefinitionBuilder) => column.notNull()
  const entered = (column: ColumnDefinitionBuilder) => column.notNull().references('entry.n')

  await db.schema
    .createTable('entry')
    .addColumn('n', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('entered_at', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('kind', text, required)
    .addColumn('agreement', text)
    .addColumn('measure', text)
    .addColumn('subject_type', text, required)
    .addColumn('subject_id', text, required)
    .addColumn('actor_id', text, required)
    .addColumn('actor_capacity', text, required)
    .addColumn('actor_party', text)
    .addColumn('digest', text, required)
    .addCheckConstraint('entry_from_one', sql`n > 0`)
    .addCheckConstraint('entry_recorded_first', sql`recorded_at <= entered_at`)
    .addCheckConstraint('entry_kind', oneOf('kind', ENTRY_KINDS))
    .addCheckConstraint('entry_subject_type', oneOf('subject_type', SUBJECTS))
    .addCheckConstraint('entry_actor_capacity', oneOf('actor_capacity', CAPACITIES))
    .execute()
  // The public log filtered by agreement or measure, and the feeds of both.
  await db.schema.createIndex('entry_by_place').on('entry').columns(['agreement', 'measure', 'n']).execute()
  await db.schema.createIndex('entry_by_agreement').on('entry').columns(['agreement', 'n']).execute()
  await db.schema.createIndex('entry_by_subject').on('entry').columns(['subject_id', 'n']).execute()

  // What was said, whole, as canonical JSON with its salt; both null once redacted.
  await db.schema
    .createTable('content')
    .addColumn('entry', 'integer', (c) => c.primaryKey().notNull().references('entry.n'))
    .addColumn('body', text)
    .addColumn('salt', text)
    .addColumn('redacted_by', 'integer', (c) => c.references('entry.n'))
    .addCheckConstraint(
      'content_whole_or_redacted',
      sql`(body is null) = (redacted_by is not null) and (salt is null) = (redacted_by is not null)`,
    )
    .execute()

  await db.schema
    .createTable('party')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .execute()
  await db.schema
    .createTable('party_revision')
    .addColumn('entry', 'integer', (c) => c.primaryKey().notNull().references('entry.n'))
    .addColumn('party_id', text, (c) => c.notNull().references('party.id'))
    .addColumn('recorded_at', text, required)
    .addColumn('kind', text)
    .addCheckConstraint('party_revision_kind', oneOf('kind', ['state', 'force', 'organisation']))
    .execute()
  await db.schema
    .createIndex('party_revision_by_party')
    .on('party_revision')
    .columns(['party_id', 'recorded_at'])
    .execute()

  await db.schema
    .createTable('agreement')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('slug', text, (c) => c.notNull().unique())
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .execute()
  await db.schema
    .createTable('agreement_revision')
    .addColumn('entry', 'integer', (c) => c.primaryKey().notNull().references('entry.n'))
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('recorded_at', text, required)
    .addColumn('kind', text)
    .addColumn('concluded_on', text)
    .addCheckConstraint(
      'agreement_revision_kind',
      oneOf('kind', [
        'treaty',
        'memorandum',
        'joint_statement',
        'contract',
        'commission_minutes',
        'announcement',
      ]),
    )
    .execute()
  await db.schema
    .createIndex('agreement_revision_by_agreement')
    .on('agreement_revision')
    .columns(['agreement_id', 'recorded_at'])
    .execute()
  // The parties a revision names; one row each, so that a party's agreements are one look-up.
  await db.schema
    .createTable('agreement_party')
    .addColumn('entry', 'integer', entered)
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('party', text, (c) => c.notNull().references('party.slug'))
    .addPrimaryKeyConstraint('agreement_party_once', ['entry', 'party'])
    .execute()
  await db.schema.createIndex('agreement_party_by_party').on('agreement_party').columns(['party']).execute()

  await db.schema
    .createTable('measure')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('code', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addUniqueConstraint('measure_code_once', ['agreement_id', 'code'])
    .execute()
  await db.schema
    .createTable('measure_revision')
    .addColumn('entry', 'integer', (c) => c.primaryKey().notNull().references('entry.n'))
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('recorded_at', text, required)
    .addColumn('obligation', text)
    .addCheckConstraint(
      'measure_revision_obligation',
      oneOf('obligation', ['one_off', 'continuing', 'periodic', 'quantity']),
    )
    .execute()
  await db.schema
    .createIndex('measure_revision_by_measure')
    .on('measure_revision')
    .columns(['measure_id', 'recorded_at'])
    .execute()
  await db.schema
    .createTable('measure_owed_by')
    .addColumn('entry', 'integer', entered)
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('party', text, (c) => c.notNull().references('party.slug'))
    .addPrimaryKeyConstraint('measure_owed_by_once', ['entry', 'party'])
    .execute()
  await db.schema.createIndex('measure_owed_by_party').on('measure_owed_by').columns(['party']).execute()
  await db.schema
    .createTable('measure_repeat')
    .addColumn('entry', 'integer', entered)
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('repeats_id', text, (c) => c.notNull().references('measure.id'))
    .addPrimaryKeyConstraint('measure_repeat_once', ['entry', 'repeats_id'])
    .addCheckConstraint('measure_repeat_another', sql`measure_id <> repeats_id`)
    .execute()
  await db.schema.createIndex('measure_repeat_of').on('measure_repeat').columns(['repeats_id']).execute()

  await db.schema
    .createTable('deadline')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('due_on', text)
    .addColumn('due_on_precision', text, required)
    .addColumn('decided_on', text, required)
    .addColumn('decided_on_precision', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint('deadline_due_on_precision', oneOf('due_on_precision', PRECISIONS))
    .addCheckConstraint('deadline_decided_on_precision', oneOf('decided_on_precision', PRECISIONS))
    .execute()
  await db.schema
    .createIndex('deadline_by_measure')
    .on('deadline')
    .columns(['measure_id', 'decided_on'])
    .execute()

  await db.schema
    .createTable('report')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('kind', text, required)
    .addColumn('party', text, (c) => c.references('party.slug'))
    .addColumn('stage', 'integer')
    .addColumn('reason', text)
    .addColumn('condition', text, required)
    .addColumn('superseded_by', text, (c) => c.references('measure.id'))
    .addColumn('as_of', text, required)
    .addColumn('as_of_precision', text, required)
    .addColumn('channel', text, required)
    .addColumn('corrects', text, (c) => c.references('report.id'))
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint(
      'report_kind',
      sql`(kind = 'claim' and party is not null and stage is not null) or (kind = 'finding' and party is null)`,
    )
    .addCheckConstraint('report_stage', oneOf('stage', [0, 1, 2, 3]))
    .addCheckConstraint(
      'report_reason',
      oneOf('reason', [
        'not_looked',
        'looked_nothing_found',
        'classified',
        'access_refused',
        'asked_no_answer',
      ]),
    )
    .addCheckConstraint('report_condition', oneOf('condition', CONDITIONS))
    .addCheckConstraint(
      'report_not_assessed',
      sql`stage is not null or (reason is not null and condition = 'active')`,
    )
    .addCheckConstraint('report_superseded', sql`condition <> 'superseded' or superseded_by is not null`)
    .addCheckConstraint('report_as_of_precision', oneOf('as_of_precision', PRECISIONS))
    .addCheckConstraint('report_as_of', sql`as_of <= substr(recorded_at, 1, 10)`)
    .addCheckConstraint('report_channel', oneOf('channel', ['own', 'public_source']))
    .execute()
  await db.schema.createIndex('report_by_measure').on('report').columns(['measure_id', 'entry']).execute()
  await db.schema.createIndex('report_by_superseded').on('report').columns(['superseded_by']).execute()
  await db.schema.createIndex('report_by_corrects').on('report').columns(['corrects']).execute()
  // What a report, note, observation, agreement or assessment rests on; its words stand in the content at the same position.
  await db.schema
    .createTable('evidence')
    .addColumn('entry', 'integer', entered)
    .addColumn('position', 'integer', required)
    .addColumn('kind', text, required)
    .addColumn('published_on', text)
    .addPrimaryKeyConstraint('evidence_place', ['entry', 'position'])
    .addCheckConstraint('evidence_kind', oneOf('kind', ['announcement', 'act', 'record', 'comment']))
    .execute()

  await db.schema
    .createTable('reply')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('report_id', text, (c) => c.notNull().references('report.id'))
    .addColumn('party', text, (c) => c.notNull().references('party.slug'))
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .execute()
  await db.schema.createIndex('reply_by_report').on('reply').columns(['report_id']).execute()
  await db.schema
    .createTable('note')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('measure_id', text, (c) => c.references('measure.id'))
    .addColumn('noted_on', text, required)
    .addColumn('noted_on_precision', text, required)
    .addColumn('kind', text, required)
    .addColumn('by_party', text, (c) => c.references('party.slug'))
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint('note_kind', oneOf('kind', ['context', 'comment', 'conflict', 'breach_alleged']))
    .addCheckConstraint('note_precision', oneOf('noted_on_precision', PRECISIONS))
    .execute()
  await db.schema.createIndex('note_by_place').on('note').columns(['agreement_id', 'measure_id']).execute()
  await db.schema
    .createTable('observation')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('measure_id', text, (c) => c.notNull().references('measure.id'))
    .addColumn('observed_on', text, required)
    .addColumn('observed_on_precision', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint('observation_precision', oneOf('observed_on_precision', PRECISIONS))
    .execute()
  await db.schema
    .createIndex('observation_by_measure')
    .on('observation')
    .columns(['measure_id', 'observed_on'])
    .execute()
  await db.schema
    .createTable('aim')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', text, (c) => c.notNull().references('agreement.id'))
    .addColumn('code', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addUniqueConstraint('aim_code_once', ['agreement_id', 'code'])
    .execute()
  await db.schema
    .createTable('assessment')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('aim_id', text, (c) => c.notNull().references('aim.id'))
    .addColumn('as_of', text, required)
    .addColumn('as_of_precision', text, required)
    .addColumn('verdict', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint(
      'assessment_verdict',
      oneOf('verdict', ['advancing', 'unchanged', 'receding', 'disputed']),
    )
    .addCheckConstraint('assessment_precision', oneOf('as_of_precision', PRECISIONS))
    .execute()
  await db.schema.createIndex('assessment_by_aim').on('assessment').columns(['aim_id', 'as_of']).execute()
  // A withdrawal is final: one row for each thing.
  await db.schema
    .createTable('withdrawal')
    .addColumn('subject_id', text, (c) => c.primaryKey().notNull())
    .addColumn('subject_type', text, required)
    .addColumn('recorded_at', text, required)
    .addColumn('entry', 'integer', entered)
    .addCheckConstraint('withdrawal_subject_type', oneOf('subject_type', SUBJECTS))
    .execute()

  await (postgres ? guardOnPostgres(db) : guardOnSqlite(db))
}

const REDACTION = `(old.body is not null and new.body is null and new.salt is null and new.entry = old.entry
  and exists (select 1 from entry where n = new.redacted_by and kind = 'content_redacted'))`

async function guardOnSqlite(db: Kysely<any>): Promise<void> {
  const refuse = (table: string, event: string, when = '') =>
    sql
      .raw(
        `create trigger ${table}_no_${event} before ${event} on ${table} ${when}
      begin select raise(abort, 'append-only: ${table} takes no ${event}'); end`,
      )
      .execute(db)
  for (const table of [...RECORD, 'content']) await refuse(table, 'delete')
  for (const table of RECORD) await refuse(table, 'update')
  await refuse('content', 'update', `when not ${REDACTION}`)
}

async function guardOnPostgres(db: Kysely<any>): Promise<void> {
  await sql
    .raw(
      `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'append-only: % takes no %', tg_table_name, lower(tg_op); end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create function redact_only() returns trigger language plpgsql as
    $$ begin if ${REDACTION} then return new; end if;
    raise exception 'append-only: % takes no %', tg_table_name, lower(tg_op); end $$`,
    )
    .execute(db)
  for (const table of RECORD)
    await sql
      .raw(
        `create trigger ${table}_no_update before update on ${table} for each row execute function refuse_change()`,
      )
      .execute(db)
  for (const table of [...RECORD, 'content']) {
    await sql
      .raw(
        `create trigger ${table}_no_delete before delete on ${table} for each row execute function refuse_change()`,
      )
      .execute(db)
    await sql
      .raw(`create trigger ${table}_no_truncate before truncate on ${table} execute function refuse_change()`)
      .execute(db)
  }
  await sql
    .raw(
      'create trigger content_redact_only before update on content for each row execute function redact_only()',
    )
    .execute(db)
}
