import { type BinaryOperationNode, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import { listIn } from './list-in'

/** How we speak to PostgreSQL: a list is one parameter. */
export class OurPostgres extends PostgresDialect {
  override createQueryCompiler() {
    return new ListCompiler()
  }
}

class ListCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const list = listIn(node)
    if (!list) return super.visitBinaryOperation(node)
    this.visitNode(node.leftOperand)
    this.append(list.isIn ? ' = any(' : ' <> all(')
    this.appendValue([...list.values])
    this.append(')')
  }

  protected override appendValue(value: unknown): void {
    super.appendValue(Array.isArray(value) ? value.map(withoutNul) : withoutNul(value))
  }
}

// PostgreSQL takes no text with a zero in it and would fail; nothing in the record has one, so nothing is found either way.
const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
