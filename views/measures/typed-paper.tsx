import type { Implementability } from '../../src/measures/implementability'
import { paths } from '../../src/paths'
import { EDITOR_FORM } from '../parties/editor-form-page'
import { useT } from '../ui/words'
import { PaperScore, Points, WhyPaper } from './checklist'

interface Props {
  implementability: Implementability
  /** Where the form is sent. */
  action: string
  build: string
}

/**
 * What the text gives as it is typed. The button shows the form again with this counted anew and records nothing; where
 * script runs, typing does the same.
 */
export function TypedPaper({ implementability, action, build }: Props) {
  const t = useT()
  return (
    <section id="paper" class="typed-paper">
      <h2>{t('paper.typed_heading')}</h2>
      <p class="hint">{t('paper.typed_lead')}</p>
      <p class="paper-score" id="paper-score" role="status">
        <PaperScore {...implementability} />
      </p>
      <ul class="checklist" id="paper-points">
        <Points
          implementability={implementability}
          details={
            implementability.met.includes('deadline') ? {} : { deadline: t('paper.deadline_elsewhere') }
          }
        />
      </ul>
      <p>
        <WhyPaper />
      </p>
      {/* After the form, so that Enter in a field still records. */}
      <button
        type="submit"
        form={EDITOR_FORM}
        formaction={`${action}#paper`}
        formnovalidate
        name="check"
        value="1"
        class="quiet"
      >
        {t('paper.check')}
      </button>
      <script type="module" src={`${paths.assets('typed-paper.js')}?v=${encodeURIComponent(build)}`} />
    </section>
  )
}
