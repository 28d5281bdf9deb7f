/** What accounts need to know of how the site is reached and run; a part of the settings. */
export interface Site {
  publicUrl: string
  /** Whether the nearest proxy's word on the visitor's address is believed. */
  trustProxy: boolean
  readAccess: 'public' | 'members'
  adminSecondFactor: 'off' | 'required'
  /** Where the keys are that seal what the database must not give away. */
  secretFile: string
}

export const isSecure = (site: Pick<Site, 'publicUrl'>): boolean => site.publicUrl.startsWith('https:')
