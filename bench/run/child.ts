import { measureMemory } from './measure-memory.ts'
import { measureRequests } from './measure-requests.ts'
import type { Task } from './task.ts'

// The process that `runTask` starts: a task comes in as the one argument, an outcome goes out as the one line.
const task: Task = JSON.parse(process.argv[2] ?? '')
const outcome = await (task.kind === 'memory' ? measureMemory(task) : measureRequests(task))
process.stdout.write(`${JSON.stringify(outcome)}\n`)
