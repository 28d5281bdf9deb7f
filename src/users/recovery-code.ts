import { randomBytes } from 'node:crypto'
import { hashSecret } from './secret'

const HOW_MANY = 10
// Sixteen of these are 80 bits, so that a plain hash keeps them.
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
const CODE = /^[a-z2-7]{16}$/

const newCode = (): string => [...randomBytes(16)].map((byte) => LETTERS[byte & 31]).join('')

/** Codes that open an account once each when the second factor is lost. */
export const newRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, newCode)

export const isRecoveryCode = (code: string): boolean => CODE.test(code)

/** What is stored of a code; that of one account says nothing of another's. */
export const hashRecoveryCode = (userId: string, code: string): string => hashSecret(`${userId} ${code}`)

/** In groups of four, as it is shown. */
export const groupsOf = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-')
