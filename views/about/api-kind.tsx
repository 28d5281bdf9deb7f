import type { Child } from 'hono/jsx'
import { useT } from '../ui/words'
import type { Kind } from './api-document'

export const shapeAnchor = (name: string): string => `shape-${name}`

/** What a value may be: a word for each kind, and the name of each shape as a link. */
export function KindText({ kind }: { kind: Kind }): Child {
  const t = useT()
  switch (kind.is) {
    case 'shape':
      return <a href={`#${shapeAnchor(kind.name)}`}>{kind.name}</a>
    case 'list':
      return t.rich('api.word.list', { what: <KindText kind={kind.of} /> })
    case 'map':
      return t.rich('api.word.map', { what: <KindText kind={kind.of} /> })
    case 'one of':
      return <Either kinds={kind.kinds} />
    case 'object':
      return <Inner kind={kind} />
    case 'value':
      return kind.values.length > 0 ? <Values values={kind.values} /> : <code>{kind.type}</code>
    case 'any':
      return t('api.word.any')
  }
}

function Either({ kinds: [first, ...others] }: { kinds: readonly Kind[] }): Child {
  const t = useT()
  if (!first) return t('api.word.any')
  if (others.length === 0) return <KindText kind={first} />
  return t.rich('api.word.or', { one: <KindText kind={first} />, other: <Either kinds={others} /> })
}

const Values = ({ values }: { values: readonly string[] }) => (
  <>
    {values.map((value, i) => (
      <>
        {i > 0 ? ' ' : null}
        <code>{value}</code>
      </>
    ))}
  </>
)

/** An object without a name of its own: its fields, one under the other. */
const Inner = ({ kind }: { kind: Extract<Kind, { is: 'object' }> }) => (
  <ul>
    {kind.fields.map((field) => (
      <li>
        <code>{field.name}</code> <KindText kind={field.kind} />
      </li>
    ))}
  </ul>
)
