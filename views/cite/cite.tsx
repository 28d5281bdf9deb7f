import { bibtexOf } from '../../src/cite/bibtex'
import { type Citation } from '../../src/cite/citation'
import { citationText } from '../../src/cite/cited'
import { cslOf } from '../../src/cite/csl'
import { paths } from '../../src/paths'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'

interface Props {
  citation: Citation
  /** Asked of the download besides the days, such as a day to compare with. */
  query?: string
  open?: boolean
}

/** How to cite the page: as text, as BibTeX and as CSL-JSON, to copy or as a file, at an address that does not change. */
export function Cite({ citation, query = '', open = false }: Props) {
  const t = useT()
  const file = (as: 'bib' | 'json') => `${paths.cite(citation.page, as)}${query}`
  return (
    <details class="cite" id="cite" open={open}>
      <summary>{t('cite.heading')}</summary>
      {citation.kind === 'webpage' ? <p class="hint">{t('cite.note', { entry: citation.entry })}</p> : null}
      <p class="kind">{t('cite.text_label')}</p>
      <p class="citation" dir="auto">
        {citationText(citation)}
      </p>
      <p class="kind">{t('cite.bibtex_label')}</p>
      <pre class="citation" dir="ltr">
        {bibtexOf(citation)}
      </pre>
      <p>
        <Go href={file('bib')}>{t('cite.download_bibtex')}</Go>
      </p>
      <p class="kind">{t('cite.csl_label')}</p>
      <pre class="citation" dir="ltr">
        {JSON.stringify([cslOf(citation)])}
      </pre>
      <p>
        <Go href={file('json')}>{t('cite.download_csl')}</Go>
      </p>
    </details>
  )
}
