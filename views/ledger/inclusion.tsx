import { paths } from '../../src/paths'
import { entryOf, proofOf } from '../layout/elsewhere'
import { Go } from '../ui/asked'
import { useT } from '../ui/words'

/** What proves that an entry is in the ledger; hashes in base64. */
export interface InclusionShown {
  entry: number
  /** Of how many entries the ledger is that it is proved to be in. */
  size: number
  leaf: string
  hashes: readonly string[]
  root: string
}

/** An entry's number and the proof that it is in the ledger, to be opened by whoever wants to see it. */
export function Inclusion({ proof }: { proof: InclusionShown }) {
  const t = useT()
  const { entry, size, leaf, hashes, root } = proof
  return (
    <section class="inclusion">
      <h2>{t('ledger.proof.heading')}</h2>
      <p>
        {t.rich('ledger.proof.text', {
          entry,
          size,
          a: (words) => <Go href={paths.ledgerAbout}>{words}</Go>,
        })}
      </p>
      <details>
        <summary>{t('ledger.proof.details', { count: hashes.length })}</summary>
        <dl class="fact-list">
          <div>
            <dt>{t('ledger.proof.leaf')}</dt>
            <dd class="hash">
              <code>{leaf}</code>
            </dd>
          </div>
          <div>
            <dt>{t('ledger.proof.hashes')}</dt>
            <dd class="hash">
              {hashes.length === 0 ? t('ledger.proof.none') : null}
              <ol>
                {hashes.map((hash) => (
                  <li>
                    <code>{hash}</code>
                  </li>
                ))}
              </ol>
            </dd>
          </div>
          <div>
            <dt>{t('ledger.proof.root', { size })}</dt>
            <dd class="hash">
              <code>{root}</code>
            </dd>
          </div>
        </dl>
        <p>
          {t.rich('ledger.proof.elsewhere', {
            entry: (words) => <a href={entryOf(entry)}>{words}</a>,
            proof: (words) => <a href={proofOf(entry, size)}>{words}</a>,
          })}
        </p>
      </details>
    </section>
  )
}
