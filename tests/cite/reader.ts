import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

/** What a reference manager makes of a file in either format: the items as CSL-JSON. */
export const readBack = (file: string): any[] => new Cite(file).data
