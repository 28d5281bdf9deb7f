import type { Child } from 'hono/jsx'
import type { MeasureWording } from '../../src/measures/measure'
import { numberWords } from '../ui/amounts'
import { Facts } from '../ui/facts'
import { nameOf, namesOf, type Names } from '../ui/names'
import { OBLIGATION_WORDS, VERIFICATION_WORDS } from '../ui/record-kinds'
import { Told } from '../ui/told'
import { useT } from '../ui/words'
import { reviewWords, targetWords } from './measure-facets'

interface Props {
  wording: MeasureWording
  names: Names
}

function bodies({ wording, names }: Props): Child {
  const named = new Map(Object.entries(wording.bodies))
  if (!wording.owedBy.some((slug) => named.get(slug))) return null
  return (
    <ul class="plain">
      {wording.owedBy.map((slug) => (
        <Body party={nameOf(names, slug)} body={named.get(slug)} />
      ))}
    </ul>
  )
}

function Body({ party, body }: { party: string; body: string | undefined }) {
  const t = useT()
  if (!body) return <li class="unknown">{t('measures.body_unknown', { party })}</li>
  return <li>{t('measures.body', { party, body })}</li>
}

/** What nobody knows of it, by name. */
const Open = ({ facts }: { facts: readonly { name: string }[] }) => (
  <span class="facts unknown">
    {facts.map(({ name }) => (
      <span>{name}</span>
    ))}
  </span>
)

/** All that a measure says of itself; what it leaves open stands last, together, as unknown. */
export function MeasureWordingFacts(props: Props) {
  const t = useT()
  const { wording, names } = props
  const { language, text, textPublic, everyMonths } = wording
  const told = (words: string | null) => (words ? <Told text={words} language={language} /> : null)
  const facts: { name: string; value: Child }[] = [
    { name: t('measures.text'), value: told(text) },
    { name: t('measures.obligation'), value: t(OBLIGATION_WORDS[wording.obligation]) },
    { name: t('measures.owed_by'), value: namesOf(t, names, wording.owedBy) },
    { name: t('measures.bodies'), value: bodies(props) },
    { name: t('measures.criterion'), value: told(wording.criterion) },
    {
      name: t('measures.verification'),
      value: wording.verification ? t(VERIFICATION_WORDS[wording.verification]) : null,
    },
    { name: t('measures.resources'), value: told(wording.resources) },
    { name: t('measures.reporting'), value: told(wording.reportingFrequency) },
    { name: t('measures.dispute'), value: told(wording.disputeProcedure) },
    {
      name: t('measures.text_public'),
      value: textPublic === null ? null : t(textPublic ? 'ui.yes' : 'ui.no'),
    },
    { name: t('measures.theme'), value: wording.theme },
    { name: t('measures.review'), value: reviewWords(t, wording) },
    { name: t('measures.weight'), value: numberWords(t, wording.weight) },
  ]
  if (wording.obligation === 'periodic')
    facts.push({
      name: t('measures.every'),
      value: everyMonths === null ? null : t('measures.every_months', { months: everyMonths }),
    })
  if (wording.obligation === 'quantity')
    facts.push({ name: t('measures.target'), value: targetWords(t, wording) })
  const open = facts.filter(({ value }) => value === null || value === '')
  return (
    <Facts
      facts={[
        ...facts.filter((fact) => !open.includes(fact)),
        ...(open.length === 0 ? [] : [{ name: t('measures.wording_open'), value: <Open facts={open} /> }]),
      ]}
    />
  )
}
