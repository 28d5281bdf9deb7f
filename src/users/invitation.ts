/** A link with which somebody chooses a password: given by an administrator, or asked for by whoever forgot theirs. */
export type LinkPurpose = 'invitation' | 'reset'

const HOUR_MS = 3_600_000

/** How long each kind of link holds. */
export const HOLDS_MS: Record<LinkPurpose, number> = { invitation: 24 * HOUR_MS, reset: HOUR_MS }

/** So many links are sent to one account within an hour; whoever asks more often has one of them. */
export const MOST_RESETS = 3
