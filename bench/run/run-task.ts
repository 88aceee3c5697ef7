import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Outcome, Task } from './task.ts'

const child = fileURLToPath(new URL('child.ts', import.meta.url))

/** Does a task in a fresh process. */
export async function runTask(task: Task): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(task)])
  return JSON.parse(stdout)
}
