import type { MakeRequest } from '../client/client.ts'
import { median } from './median.ts'

const WARM_UP = 500
const BATCH = 40
const BATCHES = 15

/**
 * Times warm requests in batches, so that what a request leaves to be done after it counts too.
 *
 * @returns milliseconds for a request, of the median batch
 */
export async function timeRequests(request: MakeRequest): Promise<number> {
  await repeat(request, WARM_UP)
  const times: number[] = []
  while (times.length < BATCHES) times.push(await repeat(request, BATCH))
  return median(times)
}

/** Makes requests for some milliseconds, and tells how many milliseconds one of them took. */
async function repeat(request: MakeRequest, duration: number): Promise<number> {
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
