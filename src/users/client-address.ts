import { isIPv6 } from 'node:net'
import { isObject } from '../lib/json'

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

/** Who is asking, as attempts are counted by; `bindings` are what the server put beside the request. */
export function clientAddress(
  bindings: unknown,
  forwardedFor: string | undefined,
  trustProxy: boolean,
): string {
  // Only the last address was written by the proxy we trust; those before it are the visitor's own word.
  const forwarded = trustProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  const socket = field(field(field(bindings, 'incoming'), 'socket'), 'remoteAddress')
  return networkOf(forwarded || (typeof socket === 'string' ? socket : 'unknown'))
}

// One household or host has a whole /64 of IPv6, and could give every attempt another address.
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address.slice(0, 100)
}

function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const missing = Math.max(0, 8 - head.length - tail.length)
  return [...head, ...Array.from({ length: missing }, () => '0'), ...tail].map((group) =>
    group.replace(/^0+(?=.)/, '').toLowerCase(),
  )
}
