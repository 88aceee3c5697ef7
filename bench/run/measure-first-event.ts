import { setupServer } from 'msw/node'
import { openCassette } from 'msw-cassette'
import { median } from './median.ts'
import type { FirstEventTask, Outcome } from './task.ts'

const REQUESTS = 15

/** Measures the time from a request to the first event of its response, in ms: the median after warm-up. */
export async function measureFirstEvent({ url, cassette }: FirstEventTask): Promise<Outcome> {
  if (cassette !== undefined) {
    const session = openCassette(cassette, { mode: 'record', hosts: [new URL(url).host] })
    setupServer(...session.handlers).listen()
  }
  const times: number[] = []
  let reads = 0
  for (let request = 0; request < REQUESTS; request++) {
    const start = performance.now()
    const reader = (await fetch(url)).body?.getReader()
    await reader?.read()
    times.push(performance.now() - start)
    for (reads = 1; reader && !(await reader.read()).done; ) reads++
  }
  return { amount: median(times.slice(3)), reads }
}
