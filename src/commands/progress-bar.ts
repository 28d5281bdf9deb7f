const WIDTH = 30

/** Shows how far something has come, on a terminal; elsewhere nothing. */
export function progressBar(all: number, what: string): (done: number) => void {
  if (!process.stderr.isTTY) return () => {}
  return (done) => {
    const filled = Math.round((WIDTH * done) / Math.max(all, 1))
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    process.stderr.write(`\r${bar} ${done} of ${all} ${what}${done >= all ? '\n' : ''}`)
  }
}
