// Runs the checks beside one another, shows those that fail, and then runs what is named after `then`, whatever they said:
// node tests/support/check.js [types] [lint] [unused] [order] [format] [then COMMAND …]
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

const CHECKS = {
  types: { command: 'tsc --noEmit' },
  lint: { command: 'eslint . --max-warnings 0' },
  unused: { command: 'knip' },
  // Looking at nothing finds nothing wrong.
  order: {
    command: 'depcruise src views migrations --config .dependency-cruiser.cjs',
    says: /[1-9]\d* modules/,
  },
  format: { command: 'prettier --check . --log-level warn' },
}

const args = process.argv.slice(2)
const then = args.indexOf('then')
const names = then < 0 ? args : args.slice(0, then)
const wanted = names.length > 0 ? names : Object.keys(CHECKS)
const failed = (await Promise.all(wanted.map(holds))).filter((held) => !held).length
const code = then < 0 ? 0 : await run(args.slice(then + 1), failed)
process.exit(failed > 0 ? code || 1 : code)

async function holds(name) {
  const { command, says } = CHECKS[name]
  const started = Date.now()
  const child = spawn('sh', ['-c', `${command} 2>&1`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const said = await text(child.stdout)
  const held = (await ended) === 0 && (!says || says.test(said))
  console.log(`${held ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (!held) console.log(said)
  return held
}

function run([command, ...rest], failed) {
  const env = { ...process.env, CHECKS_FAILED: String(failed) }
  const child = spawn(command, rest, { stdio: 'inherit', env })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
