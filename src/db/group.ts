import type { ControlledTransaction } from 'kysely'
import type { Database, Tx } from './database'
import type { Tables } from './tables'

type Group = ControlledTransaction<Tables>

/** One who waits for a turn to write. */
interface Member {
  /** Does the work; gives what tells of its result. */
  run: (tx: Tx) => Promise<() => void>
  /** Tells that nothing was done; later words change nothing. */
  refuse: (reason: unknown) => void
}

// So that a reader never waits for more writes than these.
const MOST = 16

/**
 * Runs writes one after the other, and those that wait at the same moment in one transaction, so that the disk is waited
 * for once. Each stands or falls alone, and hears of it only when it is committed. `begin` may throw for the whole group.
 */
export function inGroups(begin: () => Promise<Group>): Database['write'] {
  const waiting: Member[] = []
  let running = false
  const runAll = async () => {
    running = true
    // By the end of this turn of the loop everybody whose request had arrived stands in line.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) await runGroup(begin, waiting.splice(0, MOST))
    running = false
  }
  return (work) =>
    new Promise((resolve, refuse) => {
      waiting.push({
        run: async (tx) => {
          const result = await work(tx)
          return () => resolve(result)
        },
        refuse,
      })
      if (!running) void runAll()
    })
}

async function runGroup(begin: () => Promise<Group>, members: readonly Member[]): Promise<void> {
  let tx: Group | undefined
  try {
    tx = await begin()
    const tell: (() => void)[] = []
    for (const member of members)
      tell.push(members.length === 1 ? await member.run(tx) : await runAlone(tx, member))
    await tx.commit().execute()
    for (const each of tell) each()
  } catch (error) {
    // A full disk makes the database roll back by itself, and a second time is refused.
    await tx
      ?.rollback()
      .execute()
      .catch(() => {})
    for (const { refuse } of members) refuse(error)
  }
}

/** What fails takes back what it did itself, and nothing of the others. */
async function runAlone(group: Group, member: Member): Promise<() => void> {
  const tx = await group.savepoint('member').execute()
  try {
    const tell = await member.run(tx)
    await tx.releaseSavepoint('member').execute()
    return tell
  } catch (error) {
    try {
      const before = await tx.rollbackToSavepoint('member').execute()
      await before.releaseSavepoint('member').execute()
    } catch {
      // The database has given up the whole group, as it does on a full disk: that is what all of it must hear.
      throw error
    }
    return () => member.refuse(error)
  }
}
