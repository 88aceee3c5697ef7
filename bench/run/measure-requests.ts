import type { HttpHandler } from 'msw'
import { setupServer } from 'msw/node'
import { fromCassette, openCassette } from 'msw-cassette'
import { handWrittenHandler, pacedHandler } from '../baselines/hand-written.ts'
import { pacedFetch, stubFetch } from '../baselines/stub-fetch.ts'
import { createClient } from '../client/client.ts'
import { cassetteOf } from '../data/exchange.ts'
import type { Outcome, RequestTask } from './task.ts'
import { timeRequests } from './time-requests.ts'

/** Measures the CPU time of a request after warm-up, in ms. */
export async function measureRequests(task: RequestTask): Promise<Outcome> {
  const request = await createClient(task.client, installPeer(task), task.interactions - 1)
  return { amount: await timeRequests(request), reads: await request() }
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
    case 'paced-fetch':
      return pacedFetch(events)
    case 'session-fetch':
      return openCassette(cassetteOf(interactions, events), { repeat: 'last' }).fetch
  }
}

function listen(handlers: readonly HttpHandler[]): typeof globalThis.fetch {
  setupServer(...handlers).listen()
  return globalThis.fetch
}
