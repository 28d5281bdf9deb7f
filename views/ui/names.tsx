import { paths } from '../../src/paths'
import { listWords } from './amounts'
import { Go } from './asked'
import type { Words } from './words'

/** Names of parties by slug, in the page's language. */
export type Names = Readonly<Record<string, string>>

export const nameOf = (names: Names, slug: string): string => names[slug] ?? slug

export const namesOf = (t: Words, names: Names, slugs: readonly string[]): string =>
  listWords(
    t,
    slugs.map((slug) => nameOf(names, slug)),
  )

const PartyLink = ({ slug, names }: { slug: string; names: Names }) => (
  <Go href={paths.party(slug)}>{nameOf(names, slug)}</Go>
)

/** Every party linked, a list of its own. */
export const PartyLinks = ({ slugs, names }: { slugs: readonly string[]; names: Names }) => (
  <ul class="inline">
    {slugs.map((slug) => (
      <li>
        <PartyLink slug={slug} names={names} />
      </li>
    ))}
  </ul>
)
