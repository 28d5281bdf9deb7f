import { Page } from '../layout/page'
import type { Frame } from '../layout/frame'
import { Table } from '../ui/table'
import { useT, wordsIn } from '../ui/words'
import { type Call, callsIn, type Field, type Shape, shapesIn } from './api-document'
import { KindText, shapeAnchor } from './api-kind'

interface Props {
  frame: Frame
  /** The OpenAPI document, from which everything here is made. */
  document: object
}

const WHERE_WORDS = {
  path: 'api.where.path',
  query: 'api.where.query',
  header: 'api.where.header',
  body: 'api.where.body',
} as const

/** Every call of the API with its parameters and answers, and every shape, without anything from another host. */
export function ApiPage({ frame, document }: Props) {
  const t = wordsIn(frame.locale)
  return (
    <Page frame={frame} title={t('api.title')} dated={false}>
      <h1>{t('api.title')}</h1>
      <p class="lead">{t.rich('api.lead', { a: (words) => <a href="/api/v1/openapi.json">{words}</a> })}</p>
      <p>{t('api.about')}</p>
      <h2 id="calls">{t('api.calls')}</h2>
      {callsIn(document).map((call) => (
        <CallSection call={call} />
      ))}
      <h2 id="shapes">{t('api.shapes')}</h2>
      {shapesIn(document).map((shape) => (
        <ShapeSection shape={shape} />
      ))}
    </Page>
  )
}

function CallSection({ call }: { call: Call }) {
  const t = useT()
  const name = `${call.method} ${call.path}`
  return (
    <section aria-labelledby={call.id}>
      <h3 id={call.id}>
        <code>{name}</code>
      </h3>
      <p>{call.summary}</p>
      {call.needsKey ? <p>{t('api.token_needed')}</p> : null}
      {call.parameters.length > 0 ? (
        <FieldTable
          caption={t('api.parameters', { call: name })}
          head={t('api.parameter')}
          fields={call.parameters}
        />
      ) : (
        <p>{t('api.no_parameters')}</p>
      )}
      <h4>{t('api.answers')}</h4>
      <ul>
        {call.answers.map((answer) => (
          <li>
            <Answer answer={answer} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ answer: { status, description, shape } }: { answer: Call['answers'][number] }) {
  const t = useT()
  if (shape === null) return <>{t('api.answer', { status, description })}</>
  const link = <a href={`#${shapeAnchor(shape)}`}>{shape}</a>
  return <>{t.rich('api.answer_shape', { status, description, shape: link })}</>
}

function ShapeSection({ shape: { name, kind } }: { shape: Shape }) {
  const t = useT()
  return (
    <section aria-labelledby={shapeAnchor(name)}>
      <h3 id={shapeAnchor(name)}>{name}</h3>
      {kind.is === 'object' ? (
        <FieldTable
          caption={t('api.fields_of', { shape: name })}
          head={t('api.field')}
          fields={kind.fields}
        />
      ) : (
        <p>
          <KindText kind={kind} />
        </p>
      )}
    </section>
  )
}

interface FieldTableProps {
  caption: string
  head: string
  fields: readonly Field[]
}

function FieldTable({ caption, head, fields }: FieldTableProps) {
  const t = useT()
  const columns = [
    { head, names: true, cell: ({ name }: Field) => <code>{name}</code> },
    { head: t('api.kind'), cell: ({ kind }: Field) => <KindText kind={kind} /> },
    { head: t('api.meaning'), cell: (field: Field) => <Meaning field={field} /> },
  ]
  return <Table caption={caption} columns={columns} rows={fields} quiet />
}

function Meaning({ field: { where, required, description } }: { field: Field }) {
  const t = useT()
  const place = where === null ? [] : [t(WHERE_WORDS[where])]
  const wanted = where !== null && required ? [t('api.required')] : []
  const facts = [...place, ...wanted].join(', ')
  return (
    <>
      {description}
      {facts === '' ? null : <small> ({facts})</small>}
    </>
  )
}
