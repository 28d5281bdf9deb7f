import { afterAll } from 'vitest'
import { closeWorlds } from './open-worlds'

// Worlds made outside a test, in a beforeAll or beside the tests, end with their file.
afterAll(closeWorlds)
