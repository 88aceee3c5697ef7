import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import { createClient } from '../client/client.ts'
import type { MemoryTask, Outcome } from './task.ts'

/** The peak memory of this process after it loaded a cassette and replayed its one body through MSW. */
export async function measureMemory({ file }: MemoryTask): Promise<Outcome> {
  const reads = file === undefined ? 0 : await replay(file)
  return { amount: process.resourceUsage().maxRSS * 1024, reads }
}

async function replay(file: string): Promise<number> {
  setupServer(...fromCassette(file)).listen()
  const request = await createClient('reader', globalThis.fetch, 0)
  return request()
}
