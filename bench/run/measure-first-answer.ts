import type { HttpHandler } from 'msw'
import { createClient } from '../client/client.ts'
import { cpuTime } from './cpu-time.ts'
import type { FirstAnswerTask, Outcome } from './task.ts'

/** Measures the CPU time until the first response of a process is read, in ms. */
export async function measureFirstAnswer(task: FirstAnswerTask): Promise<Outcome> {
  const start = cpuTime()
  const readFirstAnswer = await importPeer(task)
  const imported = cpuTime()
  const reads = await readFirstAnswer()
  return { amount: cpuTime() - (task.from === 'imports' ? start : imported), reads }
}

/** Imports the modules that a peer needs, like its setup file. */
async function importPeer({ peer, file, events }: FirstAnswerTask): Promise<() => Promise<number>> {
  const { setupServer } = await import('msw/node')
  const createHandlers = peer === 'cassette' ? await importCassette(file) : await importHandWritten(events)
  return async () => {
    setupServer(...createHandlers()).listen()
    const sendRequest = await createClient('reader', globalThis.fetch, 0)
    return sendRequest()
  }
}

async function importCassette(file: string): Promise<() => HttpHandler[]> {
  const { fromCassette } = await import('msw-cassette')
  return () => fromCassette(file)
}

async function importHandWritten(events: number): Promise<() => HttpHandler[]> {
  const { handWrittenHandler } = await import('../baselines/hand-written.ts')
  return () => [handWrittenHandler(events)]
}
