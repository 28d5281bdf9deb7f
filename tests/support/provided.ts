declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database to copy: a SQLite file or the address of a PostgreSQL database. */
    template: string
    chromium: { path: string; env: Record<string, string> }
  }
}

export {}
