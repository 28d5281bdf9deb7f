import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  FromNode,
  IdentifierNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperatorNode,
  OperationNodeTransformer,
  ParensNode,
  ReferenceNode,
  SelectAllNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import type { Db } from '../db/database'

// What an entry added, and the column with the entry's number. Contents are read through their entries, and what remains
// of one may stand in an entry that came later.
const APPENDED: Record<string, string> = {
  entry: 'n',
  ...Object.fromEntries(
    [
      'party', 'party_revision', 'agreement', 'agreement_revision', 'agreement_party', 'measure', 'measure_revision',
      'measure_owed_by', 'measure_repeat', 'deadline', 'report', 'evidence', 'reply', 'note', 'observation', 'aim',
      'assessment', 'withdrawal', 'day_passed',
    ].map((table) => [table, 'entry']),
  ),
} // prettier-ignore

/**
 * The record without what entered the ledger after an entry. `known_at` alone would let in what a later import dated
 * back; a list that is read page by page must not.
 */
export const enteredBy = (db: Db, at: number): Db => db.withPlugin(new EnteredBy(at))

class EnteredBy implements KyselyPlugin {
  readonly #narrower: Narrower
  constructor(at: number) {
    this.#narrower = new Narrower(at)
  }
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => this.#narrower.transformNode(node)
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

class Narrower extends OperationNodeTransformer {
  readonly #at: number
  constructor(at: number) {
    super()
    this.#at = at
  }

  protected override transformFrom(node: FromNode): FromNode {
    const { froms } = super.transformFrom(node)
    return FromNode.create(froms.map((from) => this.#narrowed(from)))
  }

  protected override transformJoin(node: JoinNode): JoinNode {
    const join = super.transformJoin(node)
    return { ...join, table: this.#narrowed(join.table) }
  }

  #narrowed(node: OperationNode): OperationNode {
    if (TableNode.is(node)) return this.#aliased(node, node.table.identifier.name)
    if (!AliasNode.is(node) || !TableNode.is(node.node) || !IdentifierNode.is(node.alias)) return node
    return this.#aliased(node.node, node.alias.name)
  }

  /** `(select * from table where entry <= at) as alias`. */
  #aliased(table: TableNode, alias: string): OperationNode {
    const column = APPENDED[table.table.identifier.name]
    if (column === undefined) return AliasNode.create(table, IdentifierNode.create(alias))
    const all = SelectQueryNode.cloneWithSelections(SelectQueryNode.createFrom([table]), [
      SelectionNode.create(SelectAllNode.create()),
    ])
    const entered = BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(column)),
      OperatorNode.create('<='),
      ValueNode.create(this.#at),
    )
    const rows = { ...all, where: WhereNode.create(entered) }
    return AliasNode.create(ParensNode.create(rows), IdentifierNode.create(alias))
  }
}
