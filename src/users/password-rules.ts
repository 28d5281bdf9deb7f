import type { Problem } from '../messages/problem'
import { normalEmail } from './user'

const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 1_000

// Those of the usual lists that are long enough to pass otherwise.
const COMMON = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop
  qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl; password12 password123 password1234 password12345 passw0rd123
  passwordpassword adminadmin administrator admin12345 letmein1234 welcome123 welcome1234 iloveyou123 changeme123
  changemenow abcdefghij abcd123456 abc1234567 aaaaaaaaaa 0000000000 1111111111 1212121212 football123 superman123
  followthrough followthrough1 correcthorsebatterystaple`.split(/\s+/),
)

/** What is wrong with a password somebody chooses; at most one thing. */
export function passwordProblems(field: string, password: string, email: string): Problem[] {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD)
    return [{ field, message: 'users.password_short', values: { least: SHORTEST_PASSWORD } }]
  if (password.length > LONGEST_PASSWORD)
    return [{ field, message: 'users.password_long', values: { most: LONGEST_PASSWORD } }]
  if (normalEmail(password) === normalEmail(email)) return [{ field, message: 'users.password_email' }]
  return COMMON.has(password.toLowerCase()) ? [{ field, message: 'users.password_common' }] : []
}
