import type { SendRequest } from '../client/client.ts'
import { median } from './median.ts'

/** In ms. */
const WARM_UP_MS = 500
const BATCH_MS = 40
const BATCHES = 15

/**
 * Measures requests after warm-up, in batches, so that work that a request leaves for later is included.
 *
 * @returns the time of a request in the median batch, in ms
 */
export async function timeRequests(request: SendRequest): Promise<number> {
  await repeat(request, WARM_UP_MS)
  const times: number[] = []
  while (times.length < BATCHES) times.push(await repeat(request, BATCH_MS))
  return median(times)
}

/** Sends requests for a duration in ms, and returns the average time of a request in ms. */
async function repeat(request: SendRequest, duration: number): Promise<number> {
  const start = performance.now()
  let elapsed = 0
  let requests = 0
  while (elapsed < duration) {
    await request()
    requests++
    elapsed = performance.now() - start
  }
  return elapsed / requests
}
