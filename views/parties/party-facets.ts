import type { PartyWording } from '../../src/parties/party'
import type { Facet } from '../ui/facets'
import { nameOf, type Names } from '../ui/names'
import { PARTY_KIND_WORDS } from '../ui/record-kinds'
import { languageWords } from '../ui/told'
import type { Words } from '../ui/words'

/** All that a wording of a party says. */
export const partyFacets = (t: Words, wording: PartyWording, names: Names): Facet[] => [
  { name: t('parties.name'), text: wording.name },
  { name: t('parties.kind'), text: t(PARTY_KIND_WORDS[wording.kind]) },
  {
    name: t('parties.belongs_to'),
    text: wording.partOf === null ? t('ui.none') : nameOf(names, wording.partOf),
  },
  ...Object.entries(wording.names).map(([language, name]) => ({
    name: t('parties.names', { language: languageWords(t, language) }),
    text: name,
    language,
  })),
]
