import { runProgram } from './run-program.ts'
import type { Outcome, Task } from './task.ts'

const child = new URL('child.ts', import.meta.url)

/** Runs a task in a fresh process. */
export async function runTask(task: Task): Promise<Outcome> {
  return runProgram(child, JSON.stringify(task))
}
