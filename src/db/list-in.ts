import { type BinaryOperationNode, OperatorNode, PrimitiveValueListNode } from 'kysely'

/**
 * A test against a list of values, which each dialect writes with one parameter: so it is the same statement whatever the
 * list's length, and no list is too long. Undefined for every other comparison.
 */
export function listIn({ operator, rightOperand }: BinaryOperationNode) {
  if (!OperatorNode.is(operator) || !PrimitiveValueListNode.is(rightOperand)) return undefined
  const { values } = rightOperand
  switch (operator.operator) {
    case 'in':
      return { isIn: true, values }
    case 'not in':
      return { isIn: false, values }
    default:
      return undefined
  }
}
