import { spawnSync } from 'node:child_process'
import type { CommandTask, Outcome } from './task.ts'

/** Measures the time of a Node process, in ms. */
export function measureCommand({ args }: CommandTask): Outcome {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
  return { amount: performance.now() - start, reads: 0 }
}
