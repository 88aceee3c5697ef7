import type { SendRequest } from '../client/client.ts'
import { cpuTime } from './cpu-time.ts'
import { median } from './median.ts'

/** In ms. */
const WARM_UP_MS = 500
const BATCH_MS = 40
const BATCHES = 15

/**
 * Measures requests after warm-up, in batches, so that work that a request leaves for later is included.
 *
 * @returns the CPU time of a request in the median batch, in ms
 */
export async function timeRequests(request: SendRequest): Promise<number> {
  await repeat(request, WARM_UP_MS)
  const times: number[] = []
  while (times.length < BATCHES) times.push(await repeat(request, BATCH_MS))
  return median(times)
}

/** Sends requests for a duration in ms, and returns the average CPU time of a request in ms. */
async function repeat(request: SendRequest, duration: number): Promise<number> {
  const start = cpuTime()
  let elapsed = 0
  let requests = 0
  while (elapsed < duration) {
    await request()
    requests++
    elapsed = cpuTime() - start
  }
  return elapsed / requests
}
