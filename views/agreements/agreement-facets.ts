import type { AgreementWording } from '../../src/agreements/agreement'
import { dayWords } from '../ui/day'
import { type Facet, sourcesText } from '../ui/facets'
import { namesOf, type Names } from '../ui/names'
import { AGREEMENT_KIND_WORDS } from '../ui/record-kinds'
import { languageWords } from '../ui/told'
import type { Words } from '../ui/words'

/** All that a wording of an agreement says. */
export const agreementFacets = (t: Words, wording: AgreementWording, names: Names): Facet[] => [
  { name: t('agreements.wording_title'), text: wording.title },
  { name: t('agreements.wording_kind'), text: t(AGREEMENT_KIND_WORDS[wording.kind]) },
  {
    name: t('agreements.wording_concluded'),
    text: dayWords(t, wording.concludedOn, wording.concludedOnPrecision),
  },
  { name: t('agreements.wording_place'), text: wording.place },
  { name: t('agreements.wording_parties'), text: namesOf(t, names, wording.parties) },
  { name: t('agreements.wording_summary'), text: wording.summary, language: wording.language },
  { name: t('revisions.language'), text: wording.language && languageWords(t, wording.language) },
  { name: t('agreements.sources_heading'), text: sourcesText(t, wording.sources) },
]
