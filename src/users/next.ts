const BASE = 'http://local.invalid'

/** The path, where it leads to a page of this site; undefined for any address that could lead elsewhere. */
export function localPath(text: string | undefined): string | undefined {
  // A backslash is a slash to a browser, and control characters vanish: `/\host` and `/<tab>/host` leave the site.
  if (
    text === undefined ||
    text.length > 2_000 ||
    !/^\/(?!\/)[\x21-\x7e]*$/.test(text) ||
    text.includes('\\')
  )
    return undefined
  if (!URL.canParse(text, BASE)) return undefined
  const { origin, pathname, search, hash } = new URL(text, BASE)
  // `/.//host` shortens to `//host`.
  return origin === BASE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined
}
