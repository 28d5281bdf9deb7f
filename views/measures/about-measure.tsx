import type { Citation } from '../../src/cite/citation'
import { measureThings } from '../../src/cite/json-ld'
import type { About } from '../layout/about'
import type { Frame } from '../layout/frame'
import { shownDay } from '../ui/asked'
import type { Names } from '../ui/names'
import { plain } from '../ui/plain'
import { StandingSentence } from '../ui/standing-sentence'
import type { MeasureLine } from './measure-line'

/** What a measure's page is about, where it stands as the description. */
export function aboutMeasure(
  { frame, names, line }: { frame: Frame; names: Names; line: MeasureLine },
  cited: Citation,
): About {
  const { agreement, measure, standing, known } = line
  const said = { standing, names, known, parties: agreement.parties, owedBy: measure.owedBy }
  const description = plain(<StandingSentence {...said} day={shownDay(frame)} />)
  return {
    ...{ page: cited.page, title: measure.title, description },
    things: measureThings(frame, agreement, measure, cited, description),
  }
}
