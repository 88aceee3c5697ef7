import type { HttpHandler } from 'msw'
import { createClient } from '../client/client.ts'
import type { FirstAnswerTask, Outcome } from './task.ts'

/** The time until the first answer of a process is read, in ms. */
export async function measureFirstAnswer(task: FirstAnswerTask): Promise<Outcome> {
  const start = performance.now()
  const answer = await importPeer(task)
  const imported = performance.now()
  const reads = await answer()
  return { amount: performance.now() - (task.from === 'imports' ? start : imported), reads }
}

/** Imports what a peer needs, as its setup file would. */
async function importPeer({ peer, file, events }: FirstAnswerTask): Promise<() => Promise<number>> {
  const { setupServer } = await import('msw/node')
  const makeHandlers = peer === 'cassette' ? await importCassette(file) : await importHandWritten(events)
  return async () => {
    setupServer(...makeHandlers()).listen()
    const ask = await createClient('reader', globalThis.fetch, 0)
    return ask()
  }
}

async function importCassette(file: string): Promise<() => HttpHandler[]> {
  const { fromCassette } = await import('msw-cassette')
  return () => fromCassette(file)
}

async function importHandWritten(events: number): Promise<() => HttpHandler[]> {
  const { handWrittenHandler } = await import('../peer/hand-written.ts')
  return () => [handWrittenHandler(events)]
}
