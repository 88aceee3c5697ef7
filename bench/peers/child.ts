import { createClient } from '../client/client.ts'
import { cpuTime } from '../run/cpu-time.ts'
import { peers } from './peers.ts'
import type { FirstAnswer, PeerTask, Requests } from './task.ts'

// This process runs one task with one library. The task is its only argument, and the result is the last line of its output.
const task: PeerTask = JSON.parse(process.argv[2] ?? '')
process.stdout.write(`\n${JSON.stringify((await run(task)) ?? null)}\n`)
process.exit()

async function run(task: PeerTask): Promise<unknown> {
  switch (task.kind) {
    case 'prepare':
      return (await peers[task.peer].load()).prepare(task)
    case 'first-answer':
      return measureFirstAnswer(task)
    case 'requests':
      return measureRequests(task)
    case 'probe':
      return (await import('./probe.ts')).probe(task)
  }
}

async function measureFirstAnswer({ peer, folder, interactions }: PeerTask): Promise<FirstAnswer> {
  const start = cpuTime()
  const { open } = await peers[peer].load()
  const imported = cpuTime()
  const { fetch } = await open(folder)
  const request = await createClient('reader', fetch, interactions - 1)
  await request()
  const end = cpuTime()
  return { ready: end - start, open: end - imported }
}

async function measureRequests({ peer, folder, interactions }: PeerTask): Promise<Requests> {
  const { timeRequests } = await import('../run/time-requests.ts')
  const { open } = await peers[peer].load()
  const { fetch } = await open(folder)
  const request = await createClient('reader', fetch, interactions - 1)
  return { request: await timeRequests(request), reads: await request() }
}
