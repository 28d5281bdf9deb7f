import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Config } from '../config'
import { message } from '../messages/messages'

/** A mail of plain text. */
export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
}

/** Hands mail over to the server of SMTP_URL. */
export interface Mailer {
  /** Whether the server took it; never longer than a few seconds. Why it did not is in the log. */
  send: (mail: Mail) => Promise<boolean>
  /** Begins work that an answer need not wait for. */
  later: (work: () => Promise<void>) => void
  /** Waits for the work that was begun. */
  settled: () => Promise<void>
}

type Settings = Pick<Config, 'smtpUrl' | 'mailFrom' | 'operator'>

const PATIENCE_MS = 8_000
const STEP_MS = 5_000

/** A mail server reached over a network is given a password only behind TLS, unless the address itself says otherwise. */
function mustBeSecret(smtpUrl: string): boolean {
  const { username, hostname } = new URL(smtpUrl)
  return username !== '' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

/** Opens no connection before the first mail; null where there is no server to hand mail to. */
export function mailerOf({ smtpUrl, mailFrom, operator }: Settings, log: Logger): Mailer | null {
  if (smtpUrl === null) return null
  const from = { name: operator ?? message('en', 'common.product'), address: mailFrom }
  const transport = createTransport({
    url: smtpUrl,
    requireTLS: mustBeSecret(smtpUrl),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const begun = new Set<Promise<void>>()
  return {
    send: async ({ to, subject, text }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      try {
        await inTime(transport.sendMail({ from, to, subject, text, headers }))
        return true
      } catch (error) {
        log.error(whyNotSent(error), 'mail not sent')
        return false
      }
    },
    later: (work) => {
      // After the answer has gone: what is done for some and not for others must not delay it.
      const running = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
        .finally(() => begun.delete(running))
      begun.add(running)
    },
    settled: async () => {
      await Promise.all(begun)
    },
  }
}

async function inTime<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server takes too long')), PATIENCE_MS)
  })
  try {
    return await Promise.race([sending, late])
  } finally {
    clearTimeout(timer)
  }
}

// The server's own words may repeat whom the mail is for, and are not written down.
function whyNotSent(error: unknown): { code: unknown; responseCode: unknown; command: unknown } {
  const told: { code?: unknown; responseCode?: unknown; command?: unknown } =
    typeof error === 'object' && error !== null ? error : {}
  return { code: told.code ?? 'ETIMEDOUT', responseCode: told.responseCode, command: told.command }
}
