import { readFileSync } from 'node:fs'
import { setupServer } from 'msw/node'
import { fromCassette, openCassette } from 'msw-cassette'
import { createClient } from '../client/client.ts'
import type { MemoryTask, Outcome } from './task.ts'

/**
 * Measures the peak memory of this process in bytes, after it loaded a cassette and replayed one response through MSW, or read all
 * frames of its WebSocket.
 */
export async function measureMemory({ file }: MemoryTask): Promise<Outcome> {
  const reads = file === undefined ? 0 : await replay(file)
  return { amount: peakMemory(), reads }
}

async function replay(file: string): Promise<number> {
  const frames = readFrames(file)
  if (frames > 0) return frames
  setupServer(...fromCassette(file)).listen()
  const request = await createClient('reader', globalThis.fetch, 0)
  return request()
}

/** Reads the frames of all conversations of a cassette, and returns their number. */
function readFrames(file: string): number {
  const session = openCassette(file, { mode: 'replay' })
  const frames = session.cassette.interactions.flatMap(({ response }) => response.websocket?.frames ?? [])
  return frames.filter(({ data }) => data.length > 0).length
}

/** In bytes. On Linux, `maxRSS` includes the memory of the parent process before `exec`, which can be large. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
