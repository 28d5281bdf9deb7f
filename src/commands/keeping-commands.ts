import type { Command } from './command'
export const keepingCommands: Command[] = []
