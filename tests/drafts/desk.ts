import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { idIn, newSite, type Posted, type Who } from '../status-reports/site'
import { FORM } from '../status-reports/site'

export type Desk = Awaited<ReturnType<typeof newDesk>>

/** The site with the forms, and a shorter way to drafts. */
export async function newDesk(
  fourEyes: 'off' | 'findings' | 'reports' = 'off',
  settings: Record<string, string> = {},
) {
  const site = await newSite(undefined, { FOUR_EYES: fourEyes, ...settings })
  const text = async (path: string, who: Who) => (await site.get(path, who)).text()
  return {
    ...site,
    text,
    /** The id of the draft that a form was saved as. */
    save: async (fields: Posted, who: Who, path = FORM): Promise<string> =>
      draftIn(await site.post(path, { ...fields, save: '1' }, who)),
    /** The id of the draft that a form was sent for approval as. */
    submit: async (fields: Posted, who: Who, path = FORM): Promise<string> => {
      const answer = await site.post(path, fields, who)
      if (!answer.headers.get('location')?.startsWith('/drafts/'))
        throw new Error(`${answer.status}: no draft`)
      return idIn(answer)
    },
    /** What a reviewer's page sends when its button is pressed. */
    approval: async (id: string, who: Who): Promise<Posted> => decisionOn(await text(`/drafts/${id}`, who)),
    reports: () => site.world.db.read.selectFrom('report').selectAll().execute(),
    drafts: () => site.world.db.read.selectFrom('draft').selectAll().orderBy('id').execute(),
  }
}

export function draftIn(answer: Response): string {
  const id = /^\/drafts\/([0-9a-f-]{36})\?saved$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (answer.status !== 303 || !id) throw new Error(`${answer.status} ${answer.headers.get('location')}`)
  return id
}

const decisionOn = (html: string): Posted => ({
  version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
  seen: /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '',
})

/** The fields of the page's form, as a browser would send them without pressing a button of a name. */
export function fieldsOn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const form = elementsIn(parse(html)).find(
    (one) => one.tagName === 'form' && attribute(one, 'class') === 'form',
  )
  for (const control of form ? elementsIn(form) : []) {
    const name = attribute(control, 'name')
    const value = valueOf(control)
    if (name && value !== undefined) (fields[name] ??= []).push(value)
  }
  return fields
}

function valueOf(control: Tree.Element): string | undefined {
  const options = () => elementsIn(control).filter(({ tagName }) => tagName === 'option')
  switch (control.tagName) {
    case 'textarea':
      return textOf(control)
    case 'select':
      return attribute(
        options().find((one) => attribute(one, 'selected') !== undefined) ?? options()[0],
        'value',
      )
    case 'input':
      return isSent(control) ? (attribute(control, 'value') ?? '') : undefined
    default:
      return undefined
  }
}

const isSent = (input: Tree.Element): boolean => {
  const type = attribute(input, 'type') ?? ''
  if (type === 'radio' || type === 'checkbox') return attribute(input, 'checked') !== undefined
  return type !== 'file'
}

const elementsIn = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []))
const attribute = (element: Tree.Element | undefined, name: string) =>
  element?.attrs.find((one) => one.name === name)?.value
const textOf = (node: Tree.ParentNode): string =>
  node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
