import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '../../src/users/password'
import { passwordProblems } from '../../src/users/password-rules'

test('a password opens what it was stored as, and no other does', async () => {
  const stored = await hashPassword('correct horse')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword('correct horse', stored)).toBe(true)
  expect(await verifyPassword('correct horse ', stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
  expect(await verifyPassword('x'.repeat(1_001), stored)).toBe(false)
  expect(await hashPassword('correct horse')).not.toBe(stored)
})

test('the same letters typed on another keyboard open it too', async () => {
  expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true)
})

test('what other settings stored can still be opened', async () => {
  const salt = Buffer.alloc(16, 7)
  const tag = argon2Sync('argon2id', {
    message: 'correct horse', nonce: salt, parallelism: 2, tagLength: 24, memory: 64, passes: 3,
  }) // prettier-ignore
  const stored = `$argon2id$v=19$m=64,t=3,p=2$${salt.toString('base64').replace(/=+$/, '')}$${tag.toString('base64')}`
  expect(await verifyPassword('correct horse', stored)).toBe(true)
  await expect(verifyPassword('correct horse', 'plain')).rejects.toThrow('unknown form')
})

test('nobody has a password, and finding out takes as long', async () => {
  const stored = await hashPassword('correct horse')
  const time = async (hash: string | null) => {
    const start = performance.now()
    for (let n = 0; n < 5; n++) expect(await verifyPassword('wrong', hash)).toBe(false)
    return performance.now() - start
  }
  await time(null)
  const [known, unknown] = [await time(stored), await time(null)]
  expect(unknown).toBeGreaterThan(known / 3)
  expect(unknown).toBeLessThan(known * 3)
})

test.each([
  ['nine char', 'users.password_short'],
  ['😀😀😀😀😀😀😀😀😀', 'users.password_short'],
  ['ten chars!', undefined],
  ['x'.repeat(1_000), undefined],
  ['x'.repeat(1_001), 'users.password_long'],
  [' OTTO@example.org', 'users.password_email'],
  ['PASSWORD123', 'users.password_common'],
])('%j: %s', (password, message) => {
  expect(passwordProblems('password', password, 'otto@example.org')[0]?.message).toBe(message)
})
