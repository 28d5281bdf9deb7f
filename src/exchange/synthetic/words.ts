// Invented parties, places and works, so that nobody takes a made-up record for a real one.

export const PARTIES = [
  { slug: 'northmark', name: 'Northmark', kind: 'state', names: { fa: 'شمالستان' } },
  { slug: 'southmark', name: 'Southmark', kind: 'state', names: { fa: 'جنوبستان' } },
  { slug: 'northmark-guard', name: 'Northmark Border Guard', kind: 'force', part_of: 'northmark' },
  { slug: 'river-commission', name: 'River Commission', kind: 'organisation' },
] as const

export const PAIRS: readonly [readonly string[], ...(readonly string[])[]] = [
  ['northmark', 'southmark'],
  ['northmark', 'southmark', 'river-commission'],
  ['northmark-guard', 'southmark'],
]

type Words = readonly [theme: string, what: string, title: string]
export const SUBJECTS: readonly [Words, ...Words[]] = [
  ['Border', 'a hotline between the posts', 'Open a hotline between border post {n} and its neighbour'],
  ['Border', 'joint patrols', 'Patrol stretch {n} of the border together'],
  ['Trade', 'a market', 'Open the border market at crossing {n}'],
  ['Trade', 'customs forms', 'Accept one customs form at gate {n}'],
  ['Energy', 'a power line', 'Build power line {n} and put it under load'],
  ['Water', 'gauges on the river', 'Share the readings of river gauge {n}'],
  ['Transport', 'a road', 'Pave section {n} of the valley road'],
  ['Health', 'a clinic', 'Staff the clinic in district {n} all year'],
  ['Prisoners', 'lists of prisoners', 'Exchange the list of prisoners number {n}'],
  ['Culture', 'a reading room', 'Keep reading room {n} open to both sides'],
]

export const CLAIMED = [
  'Work on {what} has been ordered.',
  'A budget line for {what} was approved.',
  'Part of {what} is in use.',
  'All that was promised about {what} is in place.',
] as const

export const FOUND = [
  'Nothing specific about {what} could be seen.',
  'Preparations for {what} could be seen, nothing more.',
  'One side of {what} works, the other does not yet.',
  'A visit found {what} in use on both sides.',
] as const

export const PUBLISHERS = [
  'Valley Courier',
  'Border Gazette',
  'Northmark Radio',
  'Southmark Dispatch',
] as const
export const OBSERVERS = ['Valley Monitoring Group', 'Institute for Kept Promises', 'River Watch'] as const
export const REASONS_LATE = [
  'The winter closed the road.',
  'The tender found no bidder.',
  'The joint session was put off.',
] as const
export const REASONS_WITHDRAWN = ['Filed on the wrong measure.', 'The source took it back.'] as const
