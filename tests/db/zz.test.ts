import { test } from 'vitest'
import { inject } from 'vitest'
import pg from 'pg'
import { addressOf, asAdmin } from '/work/main/tests/support/postgres'
test('x', async () => {
  const t = inject('template'); const from = new URL(t).pathname.slice(1)
  const time = async (n: string, f: () => Promise<unknown>) => { const a: number[] = []; for (let i=0;i<6;i++){ const s=performance.now(); await f(); a.push(Math.round(performance.now()-s)) } console.log(n, a.join(' ')) }
  await time('connect', () => asAdmin(t, async () => {}))
  await asAdmin(t, async (admin) => {
    let i = 0
    await time('wal_log', () => admin.query(`create database a${i++} template ${from}`))
    i = 0
    await time('drop', () => admin.query(`drop database a${i++} with (force)`))
    i = 0
    await time('file_copy', () => admin.query(`create database b${i++} template ${from} strategy file_copy`))
    i = 0
    await time('connect b', async () => { const c = new pg.Client({connectionString: addressOf(t, `b${i++}`)}); await c.connect(); await c.query('select * from entry'); await c.end() })
    i = 0
    await time('drop', () => admin.query(`drop database b${i++} with (force)`))
    console.log((await admin.query(`select pg_database_size('${from}')`)).rows)
    await admin.query("alter system set file_copy_method = 'clone'").catch((e) => console.log(e.message))
  })
})
