import { withParameter } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { useT } from '../ui/words'
import { SCORE_METHODS, SCORE_METHOD_WORDS, type ScoreMethod } from './score-methods'

/** Lets the reader choose by which method a list prints its scores. */
export function ScoreSwitch({ frame, method }: { frame: Frame; method: ScoreMethod }) {
  const t = useT()
  return (
    <nav class="switch" aria-label={t('charts.method_switch')}>
      <span>{t('charts.method_switch')}</span>
      {SCORE_METHODS.map((one) => (
        <a
          href={withParameter(frame.address, 'score', one === 'progress' ? null : one)}
          aria-current={one === method ? 'true' : undefined}
        >
          {t(SCORE_METHOD_WORDS[one])}
        </a>
      ))}
    </nav>
  )
}
