import { measureFirstEvent } from './measure-first-event.ts'
import { measureMemory } from './measure-memory.ts'
import { measureOpen } from './measure-open.ts'
import { measureRequests } from './measure-requests.ts'
import type { Outcome, Task } from './task.ts'

// The process that `runTask` starts: a task comes in as the one argument, an outcome goes out as the one line.
process.stdout.write(`${JSON.stringify(await measure(JSON.parse(process.argv[2] ?? '')))}\n`)
process.exit()

async function measure(task: Task): Promise<Outcome> {
  if (task.kind === 'open') return measureOpen(task)
  if (task.kind === 'memory') return measureMemory(task)
  return task.kind === 'first-event' ? measureFirstEvent(task) : measureRequests(task)
}
