import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Server } from 'node:http'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, open, PATIENCE } from '../../src/web/listen'

const SHORT = { headers: 300, request: 600, silence: 500, look: 50, connections: 6 }
const HOME = { port: 0, host: '127.0.0.1', publicUrl: 'http://localhost:0' }
const LARGE = 'x'.repeat(1 << 20)

const app = new Hono()
  .get('/', (c) => c.text('here'))
  .post('/', async (c) => c.text(String((await c.req.text()).length)))
  .get('/large', (c) => c.text(LARGE.repeat(64)))
  // Whoever is cut off hears nothing of it.
  .onError((_error, c) => c.body(null, 400))

let server: Server
beforeAll(async () => {
  server = await open(HOME, () => app.fetch, SHORT)
})
afterAll(() => close(server))

const portOf = (one: Server) => (one.address() as AddressInfo).port

/** A connection that stays until the other side ends it. */
async function connection(): Promise<{ socket: Socket; ended: Promise<unknown>; heard: () => string }> {
  const socket = connect(portOf(server), '127.0.0.1')
  const ended = new Promise((resolve) => socket.once('close', resolve))
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
  socket.on('error', () => {})
  await once(socket, 'connect')
  return { socket, ended, heard: () => heard }
}

/** Sends a little at a time for as long as somebody listens. */
async function trickle(socket: Socket, bits: string): Promise<void> {
  while (!socket.destroyed && socket.writable) {
    socket.write(bits)
    await sleep(40)
  }
}

const answered = async () => (await fetch(`http://127.0.0.1:${portOf(server)}/`)).text()

test('who trickles the head of a request is cut off, and others are answered meanwhile', async () => {
  const { socket, ended, heard } = await connection()
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n')
  const sent = trickle(socket, 'X-More: 1\r\n')
  expect(await answered()).toBe('here')
  await ended
  await sent
  expect(heard()).toMatch(/^HTTP\/1\.1 408 /)
})

test('who trickles a body is cut off, and others are answered meanwhile', async () => {
  const { socket, ended, heard } = await connection()
  socket.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n')
  const sent = trickle(socket, 'a')
  expect(await answered()).toBe('here')
  await ended
  await sent
  expect(heard()).not.toMatch(/ 200 /)
})

test('who never reads the answer, or never says a word, is cut off', async () => {
  const deaf = await connection()
  deaf.socket.pause()
  deaf.socket.write('GET /large HTTP/1.1\r\nHost: here\r\n\r\n')
  const mute = await connection()
  await mute.ended
  while ((await connectionsOf(server)) > 0) await sleep(50)
  deaf.socket.destroy()
})

test('no more connections are kept than the limit, and there is room again when they end', async () => {
  const many = await Promise.all(Array.from({ length: SHORT.connections }, connection))
  const extra = await connection()
  await extra.ended
  expect(await connectionsOf(server)).toBeLessThanOrEqual(SHORT.connections)
  await Promise.all(many.map(({ ended }) => ended))
  expect(await answered()).toBe('here')
})

test('a site that nobody set otherwise has these limits', async () => {
  const usual = await open(HOME, () => app.fetch)
  expect([usual.headersTimeout, usual.requestTimeout, usual.timeout, usual.maxConnections]).toEqual([
    PATIENCE.headers,
    PATIENCE.request,
    PATIENCE.silence,
    PATIENCE.connections,
  ])
  await close(usual)
})

const connectionsOf = (one: Server): Promise<number> =>
  new Promise((resolve, reject) => one.getConnections((error, n) => (error ? reject(error) : resolve(n))))
