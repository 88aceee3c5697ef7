import type { HttpHandler } from 'msw'
import { setupServer } from 'msw/node'
import { fromCassette, openCassette } from 'msw-cassette'
import { createClient, type MakeRequest } from '../client/client.ts'
import { cassetteOf } from '../data/exchange.ts'
import { handWrittenHandler, pacedHandler } from '../peer/hand-written.ts'
import { stubFetch } from '../peer/stub-fetch.ts'
import { median } from './median.ts'
import type { Outcome, RequestTask } from './task.ts'

const WARM_UP = 500
const BATCH = 40
const BATCHES = 15

/** Times warm requests in batches, so that what a request leaves to be done after it counts too; the median batch stands for all. */
export async function measureRequests(task: RequestTask): Promise<Outcome> {
  const request = await createClient(task.client, installPeer(task), task.interactions - 1)
  await repeat(request, WARM_UP)
  const times: number[] = []
  while (times.length < BATCHES) times.push(await repeat(request, BATCH))
  return { amount: median(times), reads: await request() }
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

function installPeer({ peer, events, interactions, file }: RequestTask): typeof globalThis.fetch {
  switch (peer) {
    case 'hand-written':
      return listen([handWrittenHandler(events)])
    case 'hand-written-paced':
      return listen([pacedHandler(events)])
    case 'cassette':
      return listen(fromCassette(file ?? cassetteOf(interactions, events)))
    case 'stub-fetch':
      return stubFetch(events)
    case 'session-fetch':
      return openCassette(cassetteOf(interactions, events), { repeat: 'last' }).fetch
  }
}

function listen(handlers: readonly HttpHandler[]): typeof globalThis.fetch {
  setupServer(...handlers).listen()
  return globalThis.fetch
}
