import { operatorActor } from '../exchange/operator.store'
import * as users from '../users/user.commands'
import { ROLES } from '../users/user'
import { type Command, command, Misused, orRefused, wanted } from './command'
import { readPassword } from './read-password'
import { withDeps } from './with-deps'

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

export const userCommands: Command[] = [add, list, invite, password, disable, secondFactor, erase]
