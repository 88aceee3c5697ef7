const tasks = new Set<() => void>()
let state: 'new' | 'listening' = 'new'

/**
 * Runs a synchronous task when the process exits, if it was not cancelled before. It needs one listener for all tasks: Node warns
 * about the eleventh. Without a process, as in a page, the task never runs.
 *
 * @returns a function that cancels the task
 */
export function runAtExit(task: () => void): () => void {
  tasks.add(task)
  if (state === 'new') globalThis.process?.once?.('exit', runTasks)
  state = 'listening'
  return () => void tasks.delete(task)
}

/** Runs the tasks now, because the process is about to end without its event `exit`. Each task runs once. */
export function runTasks(): void {
  // The tasks that they add run too.
  for (const task of tasks) {
    tasks.delete(task)
    task()
  }
}
