import type { MessageKey } from '../../src/messages/messages'
import { isForeign, type Source } from '../../src/status-reports/report-source'
import { nameOf, namesOf, type Names } from './names'
import type { Words } from './words'

/** In a sentence of its own. */
export const SOURCE_WORDS: Record<Source, MessageKey> = {
  own: 'labels.channel.own',
  imported: 'labels.channel.imported',
  public_source: 'labels.channel.public_source',
}

export const REPLY_SOURCE_WORDS: Record<Exclude<Source, 'public_source'>, MessageKey> = {
  own: 'labels.reply.own',
  imported: 'labels.reply.imported',
}

/** Beside a name. */
export const SOURCE_MARKS: Record<Source, MessageKey> = {
  own: 'labels.source.own',
  imported: 'labels.source.imported',
  public_source: 'labels.source.public_source',
}

/** Says of whose duty a party speaks, where that is not its own. */
export const speaksOfWords = (
  t: Words,
  names: Names,
  party: string | null,
  owedBy: readonly string[],
): string | null =>
  party !== null && isForeign(party, owedBy)
    ? t('ui.speaks_of', { party: nameOf(names, party), owing: namesOf(t, names, owedBy) })
    : null
