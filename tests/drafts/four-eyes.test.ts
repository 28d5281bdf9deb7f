import { expect, test } from 'vitest'
import { approvalsAmong, approverOf, FOUR_EYES, needsApproval } from '../../src/drafts/four-eyes'
import { CHANNELS, KINDS } from '../../src/status-reports/status-report'
import type { Said } from '../../src/users/pens'
import type { Role, User } from '../../src/users/user'

test.each([
  ['off', 'claim', false],
  ['off', 'finding', false],
  ['findings', 'claim', false],
  ['findings', 'finding', true],
  ['reports', 'claim', true],
  ['reports', 'finding', true],
] as const)('with four eyes %s a %s waits: %s', (fourEyes, kind, waits) => {
  expect(needsApproval(fourEyes, kind)).toBe(waits)
})

test('of what somebody may file all, some or none waits', () => {
  const told = FOUR_EYES.map((fourEyes) =>
    [['claim'], ['finding'], KINDS].map((kinds) => approvalsAmong(fourEyes, kinds as typeof KINDS)),
  )
  expect(told).toEqual([
    ['none', 'none', 'none'],
    ['none', 'all', 'some'],
    ['all', 'all', 'all'],
  ])
})

const person = (id: string, roles: Role[], party: string | null = null): User => ({
  id,
  actorId: `actor-${id}`,
  email: `${id}@example.org`,
  name: id,
  organisation: null,
  party,
  roles,
  disabledAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
})

const PEOPLE = [
  person('irene', ['reporter'], 'iran'),
  person('ines', ['reporter'], 'iran'),
  person('pervez', ['reporter'], 'pakistan'),
  person('vera', ['verifier']),
  person('victor', ['verifier']),
  person('edith', ['editor']),
  person('emil', ['editor']),
  person('adam', ['admin']),
  person('ruth', []),
  person('maya', ['reporter', 'verifier', 'editor', 'admin'], 'iran'),
  { ...person('dora', ['reporter', 'verifier', 'editor'], 'iran'), disabledAt: '2026-02-01T00:00:00.000Z' },
]

/** Who lets in what, whoever else wrote it. */
const MAY: [said: Said, who: string[], capacity: string][] = [
  [{ kind: 'claim', channel: 'own', party: 'iran' }, ['irene', 'ines', 'maya'], 'reporter'],
  [{ kind: 'claim', channel: 'own', party: 'pakistan' }, ['pervez'], 'reporter'],
  [{ kind: 'claim', channel: 'own', party: 'oman' }, [], 'reporter'],
  [{ kind: 'finding', channel: 'own', party: null }, ['vera', 'victor', 'maya'], 'verifier'],
  [{ kind: 'claim', channel: 'public_source', party: 'iran' }, ['edith', 'emil', 'maya'], 'editor'],
  [{ kind: 'claim', channel: 'public_source', party: 'pakistan' }, ['edith', 'emil', 'maya'], 'editor'],
  [{ kind: 'finding', channel: 'public_source', party: null }, ['edith', 'emil', 'maya'], 'editor'],
  // Never submitted: nobody knows what it is.
  [{ kind: null, channel: null, party: null }, [], ''],
]

test.each(MAY)('%j is let in by whoever could have said it', (said, who, capacity) => {
  for (const one of PEOPLE) {
    const approver = approverOf(one, said, { id: 'somebody' })
    expect(approver !== undefined, one.id).toBe(who.includes(one.id))
    if (approver)
      expect(approver).toEqual({
        id: one.actorId,
        capacity,
        party: capacity === 'reporter' ? one.party : null,
      })
  }
})

test('nobody lets in their own, in whatever role', () => {
  for (const [said] of MAY)
    for (const one of PEOPLE) expect(approverOf(one, said, one), one.id).toBe(undefined)
  expect(MAY.map(([{ kind, channel }]) => `${kind} ${channel}`)).toEqual(
    expect.arrayContaining(KINDS.flatMap((kind) => CHANNELS.map((channel) => `${kind} ${channel}`))),
  )
})
