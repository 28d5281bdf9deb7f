import { paths } from '../../src/paths'
import { MeasurePage } from '../../views/measures/measure-page'
import { ReportPage } from '../../views/status-reports/report-page'
import type { Rendered } from './html'
import { DAY, deadlineOf, names, paperOf, reportsOf, viewOf } from './sample'
import { fence, fenceDeadlines, fenceReports, history, hotline, liaison } from './sample-measures'
import { slug, title, at, proof, lineage, revised, view, note, observation } from './sample-parts'

/** The pages of measures and reports. */
export const measurePages: Record<string, Rendered> = {
  measure: (
    <MeasurePage
      frame={at(paths.measure(slug, '4'))}
      names={names}
      line={liaison}
      implementability={paperOf(liaison.measure)}
      {...reportsOf(history, liaison)}
      deadlines={[]}
      lineage={[]}
      observations={[]}
      notes={[note]}
      revisions={[]}
      may={{ report: true, revise: true, withdraw: true, deadline: true, note: true, observation: true }}
    />
  ),
  'measure-fence': (
    <MeasurePage
      frame={at(paths.measure(slug, '2'))}
      names={names}
      line={fence}
      implementability={paperOf(fence.measure)}
      {...reportsOf(
        fenceReports.map((report) => viewOf(report, 'live', { owedBy: ['iran'] })),
        fence,
      )}
      deadlines={[
        ...fenceDeadlines,
        deadlineOf({
          dueOn: '2023-12-31',
          withdrawn: {
            at: DAY + 'T00:00:00.000Z',
            reason: null,
            entry: 9,
            actor: { id: 'a1', capacity: 'editor', party: null },
          },
        }),
      ]}
      lineage={[]}
      observations={[observation]}
      notes={[]}
      revisions={[
        {
          ...revised,
          reason: null,
          before: { ...fence.measure, title: 'Iran fences the border' },
          after: fence.measure,
        },
      ]}
    />
  ),
  'measure-hotline': (
    <MeasurePage
      frame={at(paths.measure(slug, '1'))}
      names={names}
      line={hotline}
      implementability={paperOf(hotline.measure)}
      {...reportsOf([], hotline)}
      deadlines={[]}
      lineage={lineage}
      observations={[]}
      notes={[]}
      revisions={[]}
    />
  ),
  report: (
    <ReportPage
      proof={proof}
      frame={at(paths.report(view.report.id))}
      names={names}
      view={{
        ...view,
        may: {
          correct: true,
          withdraw: true,
          reply: true,
          withdrawReplies: view.replies.map(({ id }) => id),
        },
      }}
      agreement={{ slug, title }}
      measure={{ code: '4', title: liaison.measure.title }}
    />
  ),
}
