import { mediansBy, type Pledge, promisesOf, survivalOf } from '../../src/standing/promises'
import { slippageOf } from '../../src/standing/slippage'
import { agreement, DAY } from './sample'
import { fence, hotline } from './sample-measures'

const { slug, title } = agreement

/** A promise made on a day, implemented on another or not; a theme in every third. */
const pledge = (n: number, concludedOn: string, metOn: string | null, assessed = true): Pledge => ({
  address: `${slug}/${n}`,
  concludedOn,
  theme: n % 3 === 0 ? 'border' : null,
  obligation: n % 2 === 0 ? 'one_off' : 'continuing',
  standing: {
    label: metOn ? 'implemented' : assessed ? 'in_progress' : 'not_assessed',
    condition: 'active',
    since: metOn,
    metOn,
  },
})

const promises = promisesOf(
  [
    pledge(1, '2010-01-01', '2012-06-01'),
    pledge(2, '2012-01-01', '2014-06-01'),
    pledge(3, '2014-05-06', null),
    pledge(4, '2016-05-06', null, false),
    pledge(5, '2018-05-06', null),
    pledge(6, '2020-05-06', '2026-05-06'),
  ],
  [],
  DAY,
)
const survival = survivalOf(promises)
if (!survival) throw new Error('nothing promised')

export const howLong = {
  survival,
  medians: {
    byTheme: mediansBy(promises, ({ theme }) => theme),
    byObligation: mediansBy(promises, ({ obligation }) => obligation),
  },
  measures: 6,
  inexact: 1,
}

const movedBy = (line: typeof fence, timesMoved: number, slippageDays: number | null) => ({
  agreement: { slug, title },
  measure: { code: line.measure.code, title: line.measure.title },
  due: {},
  standing: {
    ...line.standing,
    originalDueOn: '2021-12-31',
    dueOn: slippageDays === null ? null : '2025-09-22',
    timesMoved,
    slippageDays,
  },
})

const slippage = slippageOf([movedBy(fence, 1, 1361), movedBy(hotline, 2, 90), movedBy(hotline, 1, null)])

export const moves = { slippage, named: slippage.moved }
