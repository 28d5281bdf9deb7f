import type { Child } from 'hono/jsx'

interface Column<Row> {
  head: string
  cell: (row: Row) => Child
  /** Figures stand at the end of their cell. */
  figures?: boolean
  /** The cell that names the row. */
  names?: boolean
}

interface TableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The caption is read out but not shown, where a heading says the same. */
  quiet?: boolean
  class?: string
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const classes = column.figures ? 'n' : undefined
  // The head again, shown in front of the cell where the table is too narrow for columns.
  if (column.names)
    return (
      <th scope="row" class={classes} data-head={column.head}>
        {column.cell(row)}
      </th>
    )
  return (
    <td class={classes} data-head={column.head}>
      {column.cell(row)}
    </td>
  )
}

/** A table with a caption; on a narrow screen each row becomes a block that repeats the heads. */
export function Table<Row>({ caption, columns, rows, quiet, class: className }: TableProps<Row>) {
  return (
    <table class={className ?? 'table'}>
      <caption class={quiet ? 'hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.figures ? 'n' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
