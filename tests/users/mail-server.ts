import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { pino } from 'pino'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { mailerOf } from '../../src/notify/mailer'

/** A mail as a person reads it. */
export interface Received {
  to: string[]
  head: string
  text: string
}

/** A mail server on a port of its own, and a mailer that hands mail over to it. */
export async function newMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    closeTimeout: 50,
    onData: (stream, session, done) => {
      void buffer(stream).then((bytes) => {
        received.push(
          read(
            bytes,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(close)
  const { port } = server.server.address() as AddressInfo
  return { received, mailer: mailerAt(`smtp://127.0.0.1:${port}`), close, port }
}

const logged: string[] = []
/** What the mailers of this file wrote to the log. */
export const mailLog = (): string => logged.join('')

export function mailerAt(smtpUrl: string) {
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const mailer = mailerOf({ smtpUrl, mailFrom: 'register@example.org', operator: 'The keepers' }, log)
  if (!mailer) throw new Error('there is a server, and so a mailer')
  return mailer
}

function read(bytes: Buffer, to: string[]): Received {
  const [head = '', ...body] = bytes.toString('latin1').split('\r\n\r\n')
  const encoded = body.join('\r\n\r\n')
  const quoted = /^content-transfer-encoding: quoted-printable/im.test(head)
  const text = quoted
    ? encoded
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : encoded
  return { to, head, text: Buffer.from(text, 'latin1').toString('utf8').replace(/\r\n/g, '\n') }
}
