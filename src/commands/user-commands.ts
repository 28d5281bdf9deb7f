import { operatorActor } from '../exchange/operator.store'
import * as users from '../users/user.commands'
import { ROLES } from '../users/user'
import { type Command, command, Misused, Refused, wanted } from './command'
import { readPassword } from './read-password'
import { withDeps } from './with-deps'

/** The value, or the reasons why there is none. */
function orRefused<T extends object>(answer: T | users.Faults): T {
  if ('faults' in answer) throw new Refused(answer.faults)
  return answer
}

const add = command({
  name: 'user add',
  usage: 'EMAIL --name N --role ROLE[,ROLE] [--party SLUG] [--organisation O] [--password-stdin]',
  does: 'adds an account; without a password it prints a link to choose one',
  more: ['Roles add up: reporter (with --party), verifier, editor, admin.'],
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    party: { type: 'string' },
    organisation: { type: 'string' },
    'password-stdin': { type: 'boolean', default: false },
  },
  words: [1, 1],
  run: async ({ name, role, party, organisation, 'password-stdin': byInput }, [email = '']) => {
    const person = {
      email,
      name: wanted(name, '--name'),
      roles: rolesIn(wanted(role, '--role')),
      party,
      organisation,
      password: byInput ? await readPassword() : undefined,
    } // prettier-ignore
    await withDeps(async (deps, { publicUrl }) => {
      const { user, path } = orRefused(await users.addUser(deps, person))
      console.log(`Added ${user.email}.`)
      if (path !== null) console.log(`They choose their password at ${publicUrl}${path}`)
    })
  },
})

function rolesIn(text: string): string[] {
  const roles = text.split(',').map((one) => one.trim())
  const unknown = roles.find((one) => !ROLES.some((role) => role === one))
  if (unknown !== undefined) throw new Misused(`there is no role “${unknown}”: give ${ROLES.join(', ')}`)
  return roles
}

const list = command({
  name: 'user list',
  usage: '',
  does: 'lists the accounts',
  options: {},
  words: [0, 0],
  run: () =>
    withDeps(async (deps) => {
      for (const user of await users.listUsers(deps)) {
        const state = user.disabledAt === null ? '' : `disabled ${user.disabledAt}`
        console.log(
          [user.email, user.name, user.roles.join(','), user.party ?? '', state].join('\t').trimEnd(),
        )
      }
    }),
})

const invite = command({
  name: 'user invite',
  usage: '[EMAIL]',
  does: 'prints a new link with which somebody chooses a password',
  more: ['Without EMAIL for the only account there is. The link is valid for 24 hours, once.'],
  options: {},
  words: [0, 1],
  run: (_, [email]) =>
    withDeps(async (deps, { publicUrl }) => {
      const { path } = orRefused(await users.inviteUser(deps, email))
      console.log(`${publicUrl}${path}`)
    }),
})

const password = command({
  name: 'user password',
  usage: 'EMAIL [--password-stdin]',
  does: 'sets a password and ends every session of the old one',
  options: { 'password-stdin': { type: 'boolean', default: false } },
  words: [1, 1],
  run: async (_, [email = '']) => {
    const fresh = await readPassword()
    await withDeps(async (deps) => {
      const { user } = orRefused(await users.setPassword(deps, email, fresh))
      console.log(`The password of ${user.email} is set; every session is ended.`)
    })
  },
})

const disable = command({
  name: 'user disable',
  usage: 'EMAIL',
  does: 'shuts an account out; what it recorded stays',
  options: {},
  words: [1, 1],
  run: (_, [email = '']) =>
    withDeps(async (deps) => {
      const { user } = orRefused(await users.disableUser(deps, email))
      console.log(`${user.email} is disabled.`)
    }),
})

const secondFactor = command({
  name: 'user second-factor',
  usage: 'EMAIL --remove',
  does: 'takes a lost second factor off an account',
  more: ['From then on the password alone lets them in, until they set up another.'],
  options: { remove: { type: 'boolean', default: false } },
  words: [1, 1],
  run: async ({ remove }, [email = '']) => {
    if (!remove) throw new Misused('--remove is wanted')
    await withDeps(async (deps) => {
      const { user } = orRefused(await users.removeSecondFactor(deps, email))
      console.log(`${user.email} has no second factor any more.`)
    })
  },
})

const erase = command({
  name: 'user erase',
  usage: 'EMAIL',
  does: 'takes an account away with its name, for good; what it recorded stays',
  more: [
    'Where their own reports name them, the name is redacted. What they recorded stays under a random id.',
    'Backups and exports that were made before still hold the name.',
  ],
  options: {},
  words: [1, 1],
  run: (_, [email = '']) =>
    withDeps(async (deps) => {
      const { redacted } = orRefused(await users.eraseUser(deps, await operatorActor(deps), email))
      await deps.db.forget()
      console.log(`The account is gone; ${redacted} of its entries named its owner and do no more.`)
      console.log('Backups and exports that were made before still hold the name.')
    }),
})

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

export const userCommands: Command[] = [
  add,
  list,
  invite,
  password,
  disable,
  secondFactor,
  erase,
  addToken,
  listTokens,
  revokeToken,
]
