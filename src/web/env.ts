import type { User } from '../users/user'

/** What middleware has put beside a request by the time a route sees it. */
export interface Env {
  Variables: {
    requestId: string
    /** Who is signed in by cookie; null for a stranger. */
    viewer: User | null
    /** The id of their session; null where they came another way. */
    session: string | null
    /** What a feed reader showed in place of a person. */
    feedKey?: string
  }
}
