/** What accounts need to know of how the site is reached; a part of the settings. */
export interface Site {
  publicUrl: string
  /** Whether the nearest proxy's word on the visitor's address is believed. */
  trustProxy: boolean
}

export const isSecure = (site: Pick<Site, 'publicUrl'>): boolean => site.publicUrl.startsWith('https:')
