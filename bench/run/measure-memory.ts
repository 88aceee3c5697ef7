import { readFileSync } from 'node:fs'
import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import { createClient } from '../client/client.ts'
import type { MemoryTask, Outcome } from './task.ts'

/** Measures the peak memory of this process in bytes, after it loaded a cassette and replayed one response through MSW. */
export async function measureMemory({ file }: MemoryTask): Promise<Outcome> {
  const reads = file === undefined ? 0 : await replay(file)
  return { amount: peakMemory(), reads }
}

async function replay(file: string): Promise<number> {
  setupServer(...fromCassette(file)).listen()
  const request = await createClient('reader', globalThis.fetch, 0)
  return request()
}

/** In bytes. On Linux, `maxRSS` includes the memory of the parent process before `exec`, which can be large. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
