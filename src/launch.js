#!/usr/bin/env node
// Plain JavaScript that older versions of Node can read too: it finds one that can run the rest, which is then built if
// its sources changed.
import { spawn } from 'node:child_process'
import crypto from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

// What the program needs of Node that older ones lack; some of them would crash instead of saying so.
const able = typeof crypto.argon2 === 'function' && typeof crypto.randomUUIDv7 === 'function'
if (able) await run()
else runOnCarriedNode()

async function run() {
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(await built()).href)
}

async function built() {
  const { build } = await import('./build.js')
  try {
    return await build()
  } catch (error) {
    console.error(`the program cannot be built: ${error.message}`)
    process.exit(1)
  }
}

function runOnCarriedNode() {
  const carried = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  if (!existsSync(carried)) {
    console.error(`Node 24.21 or later is needed, this is ${process.version}: install it, or run npm ci here`)
    process.exit(1)
  }
  const child = spawn(carried, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`the Node that npm brought does not start (${error.message}): install Node 24.21 or later`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
