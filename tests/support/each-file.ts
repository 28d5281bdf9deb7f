import fc from 'fast-check'
import { afterAll } from 'vitest'
import { closeWorlds } from './open-worlds'

// Worlds made outside a test, in a beforeAll or beside the tests, end with their file.
afterAll(closeWorlds)

// A run that was green is green again; FC_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20171107) })
