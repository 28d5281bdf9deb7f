/** Whether what somebody holds (`If-None-Match`) is what a strong tag names. */
export const sameTag = (held: string | null | undefined, etag: string): boolean =>
  typeof held === 'string' &&
  (held.trim() === '*' || held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
