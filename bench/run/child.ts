import type { Outcome, Task } from './task.ts'

// This is the process that `runTask` starts. The task is its only argument, and the result is its only line of output. It loads
// only the modules that the task needs.
process.stdout.write(`${JSON.stringify(await measure(JSON.parse(process.argv[2] ?? '')))}\n`)
process.exit()

async function measure(task: Task): Promise<Outcome> {
  switch (task.kind) {
    case 'open':
      return (await import('./measure-open.ts')).measureOpen(task)
    case 'command':
      return (await import('./measure-command.ts')).measureCommand(task)
    case 'import':
      return (await import('./measure-import.ts')).measureImport(task)
    case 'first-answer':
      return (await import('./measure-first-answer.ts')).measureFirstAnswer(task)
    case 'memory':
      return (await import('./measure-memory.ts')).measureMemory(task)
    case 'first-event':
      return (await import('./measure-first-event.ts')).measureFirstEvent(task)
    case 'record':
      return (await import('./measure-record.ts')).measureRecord(task)
    case 'requests':
      return (await import('./measure-requests.ts')).measureRequests(task)
  }
}
