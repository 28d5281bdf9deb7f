import * as users from '../users/user.commands'
import { type Command, command, orRefused, wanted } from './command'
import { withDeps } from './with-deps'

const addToken = command({
  name: 'token add',
  usage: 'EMAIL --label L [--scope SCOPE[,SCOPE]] [--expires DAY]',
  does: 'makes an API token; prints it once, alone on the last line',
  more: [
    '--scope    what it may do: read, report; both when absent',
    '--expires  its last day (UTC), such as 2027-12-31; without one it holds until it is revoked',
  ],
  options: {
    label: { type: 'string' },
    scope: { type: 'string', default: 'read,report' },
    expires: { type: 'string' },
  },
  words: [1, 1],
  run: ({ label, scope, expires }, [email = '']) => {
    const wish = {
      label: wanted(label, '--label'),
      scopes: scope.split(',').map((one) => one.trim()),
      expires_on: expires,
    }
    return withDeps(async (deps) => {
      const { user, id, secret } = orRefused(await users.addToken(deps, email, wish))
      console.log(`The token ${id} of ${user.email}, shown only now:`)
      console.log(secret)
    })
  },
})

const listTokens = command({
  name: 'token list',
  usage: '',
  does: 'lists the API tokens',
  options: {},
  words: [0, 0],
  run: () =>
    withDeps(async (deps) => {
      for (const token of await users.listTokens(deps)) {
        const used = token.lastUsedAt === null ? 'never used' : `used ${token.lastUsedAt}`
        const state = token.revokedAt === null ? used : `revoked ${token.revokedAt}`
        const until = token.expiresAt === null ? '' : `until ${token.expiresAt}`
        const line = [token.id, token.email, token.label, token.scopes.join(','), state, until]
        console.log(line.join('\t').trimEnd())
      }
    }),
})

const revokeToken = command({
  name: 'token revoke',
  usage: 'ID',
  does: 'ends an API token',
  options: {},
  words: [1, 1],
  run: (_, [id = '']) =>
    withDeps(async (deps) => {
      orRefused(await users.revokeToken(deps, id))
      console.log(`The token ${id} is revoked.`)
    }),
})

export const tokenCommands: Command[] = [addToken, listTokens, revokeToken]
