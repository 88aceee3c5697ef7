import { runProgram } from '../run/run-program.ts'
import type { FirstAnswer, PeerTask, Probe, Requests } from './task.ts'

/** The result of each kind of task. */
interface Results {
  readonly prepare: null
  readonly 'first-answer': FirstAnswer
  readonly requests: Requests
  readonly probe: Probe
}

const child = new URL('child.ts', import.meta.url)

/** Runs a task with one library in a fresh process. */
export async function runPeer<Kind extends keyof Results>(
  kind: Kind,
  recorded: Omit<PeerTask, 'kind'>,
): Promise<Results[Kind]> {
  const task: PeerTask = { ...recorded, kind }
  return runProgram(child, JSON.stringify(task))
}
