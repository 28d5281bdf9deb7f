export const NEW = '/agreements/new'
/** An agreement with everything that can be said of one. */
export const VISIT = {
  slug: 'visit-2020',
  title: 'Visit to Islamabad',
  kind: 'memorandum',
  concluded_on: '2020-02-14',
  concluded_on_precision: 'month',
  place: 'Islamabad',
  summary: 'Two days of talks.\r\nNo statement.',
  language: 'en',
  parties: ['iran', 'pakistan'],
  evidence_kind: ['record', '', 'announcement'],
  evidence_title: ['Minutes', '', ''],
  evidence_url: ['', '', 'https://example.org/visit'],
  evidence_publisher: ['', '', 'A newspaper'],
  evidence_published_on: ['', '', '2020-03-05'],
  evidence_published_on_precision: ['day', 'day', 'year'],
  evidence_language: ['', '', 'ur'],
}
