import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Ask {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

interface Job {
  address: string
  requests: Ask[]
  connections: number
  /** How long; or, instead, how many requests in all. */
  seconds?: number
  amount?: number
  /** Each request carries an Idempotency-Key never used before. */
  keyed?: boolean
  /** The place in the list that the first connection starts from. */
  from?: number
}

export interface Measured {
  perSecond: number
  answers: number
  /** Head and body of one answer. */
  bytesEach: number
  p50: number
  p99: number
  statuses: Record<string, number>
  failed: number
}

const isMeasured = (value: unknown): value is Measured =>
  typeof value === 'object' && value !== null && 'perSecond' in value

/** A process of its own that asks, so that asking and answering do not share one thread. */
export class Load {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('./asking.js', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [],
  })

  /** Throws when a single answer had another status than the one expected, or failed. */
  async run(job: Job, expected: number): Promise<Measured> {
    this.#child.send({ from: 0, ...job })
    const [answered]: unknown[] = await once(this.#child, 'message')
    if (!isMeasured(answered)) throw new Error('the asking process broke off')
    const { statuses, failed, answers } = answered
    if (failed > 0 || answers === 0 || Object.keys(statuses).some((code) => code !== String(expected)))
      throw new Error(
        `${job.requests[0]?.path} at ${job.address}: expected ${expected}, got ${JSON.stringify(statuses)}, ${failed} failed`,
      )
    return answered
  }

  end(): void {
    this.#child.disconnect()
  }
}
