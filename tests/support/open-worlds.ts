type Close = () => Promise<void>

const open = new Set<Close>()

/** Has it closed with its test file, unless that happens earlier; gives a close that works once. */
export function closedWithFile(close: Close): Close {
  const once = async () => {
    if (open.delete(once)) await close()
  }
  open.add(once)
  return once
}

export async function closeWorlds(): Promise<void> {
  for (const close of open) await close()
}
