import type { Agreement } from '../agreements/agreement'
import type { Link } from '../measures/lineage.queries'
import type { Asked } from '../standing/facts'
import type { Placed } from './placed.queries'
import type { Register } from './register'

/** What was agreed by a day: before its conclusion an agreement binds nobody and repeats nothing. */
interface Concluded {
  agreements: Agreement[]
  placed: Placed[]
  links: Link[]
}

export async function concludedIn(register: Register, asked: Asked): Promise<Concluded> {
  const agreements = (await register.agreements(asked.knownAt)).filter(
    ({ concludedOn }) => concludedOn <= asked.asOf,
  )
  const slugs = new Set(agreements.map(({ slug }) => slug))
  return {
    agreements,
    placed: (await register.placed(asked)).filter(({ agreement }) => slugs.has(agreement.slug)),
    links: (await register.links(asked)).filter(({ later }) => slugs.has(later.split('/')[0] ?? '')),
  }
}
