import { encode } from 'uqr'

/** A text as a picture that a phone reads; black on white also in the dark, as readers expect. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={dark.join('')} />
    </svg>
  )
}
