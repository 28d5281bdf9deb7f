import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { AsOfForm } from '../layout/as-of-form'
import { withoutParameters } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { useT, wordsIn } from '../ui/words'

const STATUSES = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503] as const
type Status = (typeof STATUSES)[number]

interface Words {
  title: MessageKey
  message: MessageKey
  todo: MessageKey
}

const WORDS: Record<Status, Words> = {
  400: { title: 'errors.400.title', message: 'errors.400.message', todo: 'errors.400.do' },
  401: { title: 'errors.401.title', message: 'errors.401.message', todo: 'errors.401.do' },
  403: { title: 'errors.403.title', message: 'errors.403.message', todo: 'errors.403.do' },
  404: { title: 'errors.404.title', message: 'errors.404.message', todo: 'errors.404.do' },
  405: { title: 'errors.405.title', message: 'errors.405.message', todo: 'errors.405.do' },
  409: { title: 'errors.409.title', message: 'errors.409.message', todo: 'errors.409.do' },
  410: { title: 'errors.410.title', message: 'errors.410.message', todo: 'errors.410.do' },
  413: { title: 'errors.413.title', message: 'errors.413.message', todo: 'errors.413.do' },
  415: { title: 'errors.415.title', message: 'errors.415.message', todo: 'errors.415.do' },
  422: { title: 'errors.422.title', message: 'errors.422.message', todo: 'errors.422.do' },
  429: { title: 'errors.429.title', message: 'errors.429.message', todo: 'errors.429.do' },
  500: { title: 'errors.500.title', message: 'errors.500.message', todo: 'errors.500.do' },
  503: { title: 'errors.503.title', message: 'errors.503.message', todo: 'errors.503.do' },
}

interface Props {
  frame: Frame
  /** A number without words of its own reads as 500. */
  status: number
  /** What exactly was wrong, already in words. */
  detail?: string
  /** The parameter of the address that could not be read, and the question of day and knowledge it is part of. */
  bad?: { parameter: string; typed: string; asked?: { as_of: string; known_at: string } }
  /** By which the log knows this request. */
  requestId?: string
}

function AskAgain({ frame, bad }: { frame: Frame; bad: Props['bad'] | undefined }) {
  const t = useT()
  if (!bad) return null
  const { parameter, asked } = bad
  const without = (
    <a href={withoutParameters(frame.address, parameter)}>{t('errors.without', { parameter })}</a>
  )
  if (!asked) return <p class="links">{without}</p>
  return (
    <section>
      <h2>{t('errors.ask_again')}</h2>
      <AsOfForm
        address={frame.address}
        today={frame.today}
        asOf={asked.as_of}
        knownAt={asked.known_at}
        wrong={parameter === 'known_at' ? 'known_at' : 'as_of'}
      />
      <p class="links">{without}</p>
    </section>
  )
}

/** What is not there by an earlier knowledge may be there by today's. */
function KnownNow({ frame, status }: Pick<Props, 'frame' | 'status'>) {
  const t = useT()
  if (status !== 404 || frame.knownAt === null) return null
  return (
    <p>
      <a href={withoutParameters(frame.address, 'known_at')}>{t('errors.known_now')}</a>
    </p>
  )
}

/** What went wrong, and what to do about it. */
export function ErrorPage({ frame, status, detail, bad, requestId }: Props) {
  const t = wordsIn(frame.locale)
  const { title, message, todo } = WORDS[STATUSES.find((known) => known === status) ?? 500]
  return (
    <Page frame={frame} title={t(title)} dated={false}>
      <div class="error-page">
        <p class="kicker">{t('errors.kicker', { status })}</p>
        <h1>{t(title)}</h1>
        <p class="lead">{t(message)}</p>
        {detail ? (
          <p class="banner">
            <b>{t('errors.detail')}</b> {detail}
          </p>
        ) : null}
        <p>{t(todo)}</p>
        <AskAgain frame={frame} bad={bad} />
        <KnownNow frame={frame} status={status} />
        <p class="links">
          {frame.shut ? null : (
            <>
              <Go href={paths.home}>{t('errors.home')}</Go>
              <Go href={paths.agreements}>{t('errors.agreements')}</Go>
              <Go href={paths.search}>{t('errors.search')}</Go>
            </>
          )}
          {frame.shut || status === 401 ? <Go href={paths.signIn}>{t('errors.sign_in')}</Go> : null}
        </p>
        {requestId ? <p class="hint">{t('errors.request', { id: requestId })}</p> : null}
      </div>
    </Page>
  )
}
