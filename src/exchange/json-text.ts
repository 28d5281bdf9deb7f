const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether a JSON text nests deeper than is sane; looked at before it is parsed, which costs memory for each level. */
export function tooDeep(bytes: Uint8Array, most: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (quoted) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) quoted = false
    } else if (byte === QUOTE) quoted = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > most) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

interface Level {
  /** The names said so far; null in a list. */
  names: Set<string> | null
  at: string | number
  wantsName: boolean
}

/** The places of names that an object says twice, of which a parser would keep only the last; the text is JSON. */
export function namesTwice(text: string): string[] {
  const places: string[] = []
  const levels: Level[] = []
  for (let i = 0; i < text.length; i++) {
    const level = levels.at(-1)
    switch (text.charAt(i)) {
      case '{':
        levels.push({ names: new Set(), at: '', wantsName: true })
        break
      case '[':
        levels.push({ names: null, at: 0, wantsName: false })
        break
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (level?.names) level.wantsName = true
        else if (typeof level?.at === 'number') level.at += 1
        break
      case '"': {
        const end = endOfQuoted(text, i)
        if (level?.names && level.wantsName) {
          level.at = String(JSON.parse(text.slice(i, end + 1)))
          level.wantsName = false
          if (level.names.has(level.at)) places.push(levels.map(({ at }) => at).join('.'))
          level.names.add(level.at)
        }
        i = end
      }
    }
  }
  return places
}

function endOfQuoted(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"' || text[i] === undefined) return i
  }
}

const TOKEN =
  // eslint-disable-next-line no-control-regex -- the characters that JSON does not allow in a string
  /[\s]*([[\]{},:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

// What may come next, by what came before: a value, a key, or what follows either.
type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'after'

/** Where a text stops being JSON, counted from 1; the parser itself does not always say. */
export function jsonFaultAt(text: string): { line: number; column: number } {
  const open: ('{' | '[')[] = []
  let wanted: Wanted | 'end' = 'value'
  let at = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const token = match[1] ?? ''
    const next = step(token, wanted, open)
    if (next === undefined) return lineAndColumn(text, TOKEN.lastIndex - token.length)
    wanted = next
    at = TOKEN.lastIndex
  }
  return lineAndColumn(text, at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0))
}

function step(token: string, wanted: Wanted | 'end', open: ('{' | '[')[]): Wanted | 'end' | undefined {
  const inObject = open.at(-1) === '{'
  const closed = () => {
    open.pop()
    return open.length > 0 ? 'after' : 'end'
  }
  if (wanted === ':') return token === ':' ? 'value' : undefined
  if (wanted === 'key' || wanted === 'key or }') {
    if (token === '}' && wanted === 'key or }') return closed()
    return token.startsWith('"') ? ':' : undefined
  }
  if (wanted === 'after') {
    if (token === ',') return inObject ? 'key' : 'value'
    return token === (inObject ? '}' : ']') ? closed() : undefined
  }
  if (wanted === 'end') return undefined
  if (token === ']' && wanted === 'value or ]') return closed()
  if (token === '{' || token === '[') {
    open.push(token)
    return token === '{' ? 'key or }' : 'value or ]'
  }
  if (/^[\]},:]$/.test(token)) return undefined
  return open.length > 0 ? 'after' : 'end'
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
