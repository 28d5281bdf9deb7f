import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Once, onceDigest } from '../ledger/once.store'
import { clean } from '../lib/text'
import { type Fields, given } from '../lib/fields'
import { MOST_FORM_BYTES, MOST_VALUES, tooLarge } from './limits'

/** The fields of a posted form; 400 where the body is none. */
export async function readFields(c: Context): Promise<Fields> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new HTTPException(415)
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw new HTTPException(400)
  })
  if (Object.values(body).flat().length > MOST_VALUES) throw tooLarge(MOST_FORM_BYTES)
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const values = Array.isArray(value) ? value : [value]
      return [name, values.filter((one) => typeof one === 'string')]
    }),
  )
}

// What may differ when the same form is sent a second time.
const PASSING = ['idempotency_key', 'seen', 'preview', 'draft', 'draft_version', 'csrf', 'token']

/** The key a form was sent with and what it said; null for a form without one. */
export function onceOf(c: Context, account: string, fields: Fields): Once | null {
  const key = given(fields, 'idempotency_key')
  if (key === undefined) return null
  const said = Object.entries(fields)
    .filter(([name]) => !PASSING.includes(name))
    .map(([name, values]) => [name, values.map(clean)] as const)
    .filter(([, values]) => values.some((value) => value !== ''))
  return {
    account,
    address: c.req.path,
    key: key.slice(0, 200),
    digest: onceDigest(Object.fromEntries(said)),
  }
}
