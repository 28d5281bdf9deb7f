import { beforeAll, describe, expect, test } from 'vitest'
import { DOORS, routesOf, WHO } from './doors'
import { type House, newHouse } from './house'

let house: House
beforeAll(async () => {
  house = await newHouse()
})

test('every route has a row, and every row its route', () => {
  expect(Object.keys(DOORS).toSorted()).toEqual(routesOf(house).toSorted())
})

describe.each(WHO.map((who, column) => ({ who, column })))('$who', ({ who, column }) => {
  // What changes who somebody is comes last.
  const rows = Object.entries(DOORS).toSorted(([a], [b]) => Number(lasting(a)) - Number(lasting(b)))
  test('is answered at every door as the table says, and writes nothing unasked', async () => {
    const said: string[] = []
    const entries = await house.entries()
    for (const [name, door] of rows.filter(([each]) => !lasting(each))) {
      const { status } = await house.knock(name, door, who)
      if (status !== door.answers[column]) said.push(`${name}: ${status} and not ${door.answers[column]}`)
    }
    expect(said).toEqual([])
    expect(await house.entries()).toBe(entries)
  })
})

// Open, and to a stranger they say no more than where to sign in.
const LEAD_TO_SIGN_IN = /\/sign-out$|\/second-step$/

const lasting = (name: string): boolean => /sign-out|\/(disable|enable|roles|invite)$/.test(name)

test('what ends a session or changes a person is answered as the table says', async () => {
  const said: string[] = []
  for (const [name, door] of Object.entries(DOORS).filter(([each]) => lasting(each)))
    for (const [column, who] of WHO.entries()) {
      const fresh = name.endsWith('sign-out') ? await newHouse() : house
      const { status } = await fresh.knock(name, door, who)
      if (status !== door.answers[column]) said.push(`${name} as ${who}: ${status}`)
    }
  expect(said).toEqual([])
})

test('where reading is for members, a stranger is shown nothing at any door that is not always open', async () => {
  const closed = await newHouse({ READ_ACCESS: 'members' })
  const said: string[] = []
  for (const [name, door] of Object.entries(DOORS)) {
    const answer = await closed.knock(name, door, 'stranger')
    const refused =
      answer.status === 401 ||
      (answer.status === 303 && /^\/sign-in(\?|$)/.test(answer.headers.get('location') ?? ''))
    const open = LEAD_TO_SIGN_IN.test(name) || !refused
    if (open !== (door.always ?? false)) said.push(`${name}: ${answer.status}`)
  }
  expect(said).toEqual([])
})
