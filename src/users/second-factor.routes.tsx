import { type Context, Hono } from 'hono'
import { SecondFactorPage, type SecondFactorPageProps } from '../../views/users/second-factor-page'
import type { Deps } from '../deps'
import { first } from '../lib/fields'
import { message } from '../messages/messages'
import type { Problem } from '../messages/problem'
import { paths } from '../paths'
import { fromOf } from '../web/entry'
import { readFields } from '../web/form'
import { showOnce, takeShownOnce } from '../web/shown-once'
import { WRONG_PASSWORD } from './account.routes'
import type { Checked } from './check-password'
import { groupsOf, hashRecoveryCode } from './recovery-code'
import { removeOwnSecondFactor } from './remove-second-factor'
import { hasSecondFactor, proposedSecretOf, unusedCodesOf } from './second-factor.store'
import { type Sealing, sealingBy } from './sealing'
import { WRONG_CODE } from './second-step.routes'
import { confirmSecondFactor, proposeSecondFactor, renewRecoveryCodes } from './set-up-second-factor'
import { waitProblem } from './sign-in.routes'
import { type FrameFor, selfOf, signedIn, type SignedIn } from './signed-in'
import type { Site } from './site'
import { otpAddress } from './totp'
import { hasRole } from './user'

const PAGE = paths.secondFactor

type Refusal = Exclude<Checked<never>, { outcome: 'right' }>

/** Setting up, renewing and taking off one's own second factor. */
export function secondFactorRoutes(deps: Deps, site: Site, frameOf: FrameFor) {
  const sealing = sealingBy(site.secretFile)
  const pages = secondFactorPages(deps, site, frameOf, sealing)
  const answer = async (c: Context<SignedIn>, refused: Refusal, field = 'current_password') => {
    if (refused.outcome === 'wrong') return c.html(await pages(c, [{ ...WRONG_PASSWORD, field }]), 422)
    c.header('Retry-After', String(refused.seconds))
    return c.html(await pages(c, [waitProblem(field, refused.seconds)]), 429)
  }
  const passwordIn = async (c: Context) => first(await readFields(c), 'current_password')
  const show = (c: Context, codes: readonly string[]) => {
    showOnce(c, site, PAGE, codes.join('.'))
    return c.redirect(PAGE, 303)
  }
  return new Hono<SignedIn>()
    .get(PAGE, signedIn, async (c) => c.html(await pages(c, [])))
    .post(`${PAGE}/begin`, signedIn, async (c) => {
      const proposed = await proposeSecondFactor(deps, selfOf(c, site), await passwordIn(c), sealing)
      return proposed.outcome === 'right' ? c.redirect(PAGE, 303) : answer(c, proposed)
    })
    .post(`${PAGE}/confirm`, signedIn, async (c) => {
      const code = first(await readFields(c), 'code')
      const confirmed = await confirmSecondFactor(deps, selfOf(c, site), code, sealing)
      if (confirmed.outcome === 'set up') return show(c, confirmed.recoveryCodes)
      if (confirmed.outcome === 'gone') return c.redirect(PAGE, 303)
      return c.html(await pages(c, [WRONG_CODE]), 422)
    })
    .post(`${PAGE}/codes`, signedIn, async (c) => {
      const renewed = await renewRecoveryCodes(deps, selfOf(c, site), await passwordIn(c))
      if (renewed.outcome !== 'right') return answer(c, renewed)
      return renewed.result ? show(c, renewed.result) : c.redirect(PAGE, 303)
    })
    .post(`${PAGE}/remove`, signedIn, async (c) => {
      if (isOwed(c, site)) return c.html(await pages(c, [NEEDED]), 422)
      const fields = await readFields(c)
      const given = { password: first(fields, 'current_password'), code: first(fields, 'code'), sealing }
      const removed = await removeOwnSecondFactor(deps, selfOf(c, site), { ...given, from: fromOf(c, site) })
      if (removed.outcome === 'removed') return c.redirect(PAGE, 303)
      if (removed.outcome === 'wrong' && removed.field === 'code')
        return c.html(await pages(c, [{ ...WRONG_CODE, field: 'code.remove' }]), 422)
      return answer(c, removed, 'current_password.remove')
    })
}

const NEEDED: Problem = { field: 'code.remove', message: 'users.second_factor_owed' }

const isOwed = (c: Context<SignedIn>, { adminSecondFactor }: Site): boolean =>
  adminSecondFactor === 'required' && hasRole(c.var.user, 'admin')

function secondFactorPages(deps: Deps, site: Site, frameOf: FrameFor, sealing: Sealing) {
  const { read } = deps.db
  const shownCodes = async (c: Context<SignedIn>): Promise<string[] | null> => {
    const codes = takeShownOnce(c, site, PAGE)?.split('.') ?? []
    const unused = await unusedCodesOf(read, c.var.user.id)
    const own = codes.filter((code) => unused.includes(hashRecoveryCode(c.var.user.id, code)))
    return own.length > 0 ? own.map(groupsOf) : null
  }
  const state = async (c: Context<SignedIn>): Promise<SecondFactorPageProps['state']> => {
    const { id, email } = c.var.user
    if (await hasSecondFactor(read, id)) return { is: 'on', left: (await unusedCodesOf(read, id)).length }
    const sealed = await proposedSecretOf(read, id, deps.clock())
    const secret = sealed && sealing.open(sealed, id)
    if (secret === undefined) return { is: 'off' }
    const issuer = `${message('en', 'common.product')} ${new URL(site.publicUrl).host}`
    return { is: 'proposed', secret, address: otpAddress(secret, issuer, email) }
  }
  return async (c: Context<SignedIn>, problems: Problem[]) => (
    <SecondFactorPage
      frame={await frameOf(c)}
      state={await state(c)}
      codes={await shownCodes(c)}
      owed={isOwed(c, site)}
      problems={problems}
    />
  )
}
