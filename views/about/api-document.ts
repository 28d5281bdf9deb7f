import { isObject, type Json, type JsonObject } from '../../src/lib/json'

/** One call of the API, as a page lists it. */
export interface Call {
  id: string
  method: string
  path: string
  summary: string
  needsKey: boolean
  parameters: Field[]
  answers: { status: string; description: string; shape: string | null }[]
}

/** A parameter or a field: what it is called and what it holds. */
export interface Field {
  name: string
  /** Where a parameter stands; null for the field of a shape. */
  where: 'path' | 'query' | 'header' | 'body' | null
  required: boolean
  kind: Kind
  description: string | null
}

/** What a value may be, without words: a page says them. */
export type Kind =
  | { is: 'one of'; kinds: Kind[] }
  | { is: 'list'; of: Kind }
  | { is: 'map'; of: Kind }
  | { is: 'shape'; name: string }
  | { is: 'object'; fields: Field[] }
  | { is: 'value'; type: string; values: string[] }
  | { is: 'any' }

/** A named shape of the answers. */
export interface Shape {
  name: string
  kind: Kind
}

const objectAt = (object: JsonObject, key: string): JsonObject => {
  const value = object[key]
  return isObject(value) ? value : {}
}
const textAt = (object: JsonObject, key: string): string | null => {
  const value = object[key]
  return typeof value === 'string' ? value : null
}
const listAt = (object: JsonObject, key: string): Json[] => {
  const value = object[key]
  return Array.isArray(value) ? value : []
}
const objectsAt = (object: JsonObject, key: string): JsonObject[] => listAt(object, key).filter(isObject)

/** The calls of an OpenAPI 3.1 document, in its order. */
export const callsIn = (document: object): Call[] =>
  Object.entries(objectAt(plain(document), 'paths')).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).map(([method, call]) =>
      callOf(path, method, isObject(call) ? call : {}),
    ),
  )

/** The named shapes of an OpenAPI 3.1 document, in its order. */
export const shapesIn = (document: object): Shape[] =>
  Object.entries(objectAt(objectAt(plain(document), 'components'), 'schemas')).flatMap(([name, schema]) =>
    isObject(schema) ? [{ name, kind: kindOf(schema) }] : [],
  )

const plain = (document: object): JsonObject => {
  const read: unknown = JSON.parse(JSON.stringify(document))
  return isObject(read) ? read : {}
}

const callOf = (path: string, method: string, call: JsonObject): Call => ({
  id: textAt(call, 'operationId') ?? `${method}-${path}`,
  method: method.toUpperCase(),
  path,
  summary: textAt(call, 'summary') ?? '',
  needsKey: listAt(call, 'security').length > 0,
  parameters: [...objectsAt(call, 'parameters').map(parameterOf), ...bodyOf(objectAt(call, 'requestBody'))],
  answers: Object.entries(objectAt(call, 'responses')).flatMap(([status, answer]) =>
    isObject(answer)
      ? [{ status, description: textAt(answer, 'description') ?? '', shape: nameIn(schemaOf(answer)) }]
      : [],
  ),
})

const WHERE = ['path', 'query', 'header', 'body'] as const

function parameterOf(parameter: JsonObject): Field {
  const schema = objectAt(parameter, 'schema')
  return {
    name: textAt(parameter, 'name') ?? '',
    where: WHERE.find((where) => where === parameter['in']) ?? null,
    required: parameter['required'] === true,
    kind: kindOf(schema),
    description: textAt(parameter, 'description') ?? textAt(schema, 'description'),
  }
}

function bodyOf(body: JsonObject): Field[] {
  const name = nameIn(schemaOf(body))
  if (name === null) return []
  return [{ name, where: 'body', required: true, kind: { is: 'shape', name }, description: null }]
}

/** The schema of the first content of a body or an answer. */
const schemaOf = (object: JsonObject): JsonObject => {
  const [content] = Object.values(objectAt(object, 'content'))
  return isObject(content) ? objectAt(content, 'schema') : {}
}

const nameIn = (schema: JsonObject): string | null => textAt(schema, '$ref')?.split('/').pop() ?? null

function kindOf(schema: JsonObject): Kind {
  const name = nameIn(schema)
  if (name !== null) return { is: 'shape', name }
  const either = [...objectsAt(schema, 'anyOf'), ...objectsAt(schema, 'oneOf')]
  if (either.length > 0) return { is: 'one of', kinds: either.map(kindOf) }
  // What is said beside a shape is its description.
  const all = objectsAt(schema, 'allOf').find((part) => nameIn(part) !== null)
  if (all) return kindOf(all)
  const types = [schema['type']].flat().filter((type) => typeof type === 'string')
  return types.length > 1
    ? { is: 'one of', kinds: types.map((type) => kindOf(alone(schema, type))) }
    : typedKind(schema, types[0])
}

/** One of the types that a value may have, with what is said of it. */
const alone = (schema: JsonObject, type: string): JsonObject => {
  const values = listAt(schema, 'enum').filter((value) => (value === null) === (type === 'null'))
  return { ...schema, type, ...(values.length > 0 ? { enum: values } : {}) }
}

function typedKind(schema: JsonObject, type: string | undefined): Kind {
  if (type === 'null') return { is: 'value', type, values: [] }
  if (type === 'array') return { is: 'list', of: kindOf(objectAt(schema, 'items')) }
  if (type === undefined) return { is: 'any' }
  if (type !== 'object')
    return { is: 'value', type: textAt(schema, 'format') ?? type, values: listAt(schema, 'enum').map(String) }
  const fields = Object.entries(objectAt(schema, 'properties')).flatMap(([name, field]) =>
    isObject(field) ? [fieldOf(name, field, listAt(schema, 'required').includes(name))] : [],
  )
  return fields.length > 0
    ? { is: 'object', fields }
    : { is: 'map', of: kindOf(objectAt(schema, 'additionalProperties')) }
}

const fieldOf = (name: string, schema: JsonObject, required: boolean): Field => ({
  name,
  where: null,
  required,
  kind: kindOf(schema),
  description:
    textAt(schema, 'description') ??
    objectsAt(schema, 'allOf')
      .map((part) => textAt(part, 'description'))
      .find((text) => text !== null) ??
    null,
})
