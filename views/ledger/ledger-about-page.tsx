import type { MessageKey } from '../../src/messages/messages'
import { paths } from '../../src/paths'
import { CHECKPOINT } from '../layout/elsewhere'
import type { Frame } from '../layout/frame'
import { Page } from '../layout/page'
import { Go } from '../ui/asked'
import { useT, wordsIn } from '../ui/words'

interface Props {
  frame: Frame
  /** The signed state of the ledger; null while its key is not at hand. */
  checkpoint: string | null
  /** Its keys in their order, the one that signs now last. */
  keys: readonly { text: string; since: number; handedOver: boolean }[]
}

const PROVES: MessageKey[] = ['ledger.about.leaf', 'ledger.about.state', 'ledger.about.part']
const PROVES_NOT: MessageKey[] = ['ledger.about.not_true', 'ledger.about.not_all', 'ledger.about.not_alone']

function Key({ keys }: Pick<Props, 'keys'>) {
  const t = useT()
  const now = keys.at(-1)
  if (!now) return <p>{t('ledger.about.no_key')}</p>
  const earlier = keys.slice(0, -1)
  return (
    <>
      <p>{t('ledger.about.key_text')}</p>
      <p class="hash">
        <code>{now.text}</code>
      </p>
      {earlier.length > 0 ? <p>{t('ledger.about.earlier')}</p> : null}
      <ul>
        {earlier.map(({ text }, index) => {
          const next = keys[index + 1]
          return (
            <li class="hash">
              {t.rich(next?.handedOver ? 'ledger.about.until' : 'ledger.about.until_lost', {
                n: next?.since ?? 0,
                a: (words) => <Go href={`${paths.ledger}?before=${(next?.since ?? 0) + 1}`}>{words}</Go>,
              })}{' '}
              <code>{text}</code>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Commands({ frame, keys }: Omit<Props, 'checkpoint'>) {
  const t = useT()
  const { publicUrl } = frame
  const key = keys.at(-1)?.text ?? 'PUBLICKEY'
  const steps: [MessageKey, string][] = [
    ['ledger.about.keep', `curl -o checkpoint.txt ${publicUrl}${CHECKPOINT}`],
    ['ledger.about.fetch', `curl -o ledger.ndjson ${publicUrl}${paths.ledgerExport}`],
    ['ledger.about.verify', `npx followthrough verify ledger.ndjson --since checkpoint.txt --key '${key}'`],
  ]
  return (
    <ol>
      {steps.map(([text, typed]) => (
        <li>
          {t(text)}
          <pre class="typed" tabindex={0}>
            {typed}
          </pre>
        </li>
      ))}
    </ol>
  )
}

/** What the ledger proves, its signed state, its key, and how anybody checks it. */
export function LedgerAboutPage({ frame, checkpoint, keys }: Props) {
  const t = wordsIn(frame.locale)
  const list = (texts: readonly MessageKey[]) => (
    <ul>
      {texts.map((text) => (
        <li>{t(text)}</li>
      ))}
    </ul>
  )
  return (
    <Page frame={frame} title={t('ledger.about.heading')} dated={false}>
      <div class="prose">
        <h1>{t('ledger.about.heading')}</h1>
        <p class="lead">{t('ledger.about.lead')}</p>
        <section id="proves">
          <h2>{t('ledger.about.proves')}</h2>
          {list(PROVES)}
        </section>
        <section id="proves-not">
          <h2>{t('ledger.about.proves_not')}</h2>
          {list(PROVES_NOT)}
        </section>
        <section id="checkpoint">
          <h2>{t('ledger.about.checkpoint')}</h2>
          {checkpoint === null ? (
            <p>{t('ledger.about.unsigned')}</p>
          ) : (
            <>
              <p>
                {t.rich('ledger.about.checkpoint_text', { a: (words) => <a href={CHECKPOINT}>{words}</a> })}
              </p>
              <pre class="typed" tabindex={0}>
                {checkpoint}
              </pre>
            </>
          )}
        </section>
        <section id="key">
          <h2>{t('ledger.about.key')}</h2>
          <Key keys={keys} />
        </section>
        <section id="check">
          <h2>{t('ledger.about.check')}</h2>
          <p>{t('ledger.about.check_text')}</p>
          <Commands frame={frame} keys={keys} />
          <p>{t('ledger.about.other_tools')}</p>
        </section>
        <section id="removed">
          <h2>{t('ledger.about.removed')}</h2>
          <p>{t('ledger.about.removed_text')}</p>
          <p>{t('ledger.about.restored_text')}</p>
        </section>
        <p>{t.rich('ledger.about.back', { a: (words) => <Go href={paths.ledger}>{words}</Go> })}</p>
      </div>
    </Page>
  )
}
