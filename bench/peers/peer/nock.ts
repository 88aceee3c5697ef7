import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nock from 'nock'
import { events as eventsOf, requestBody, url } from '../../data/exchange.ts'
import type { Recording, Replayer } from '../../run/peer.ts'

const FIXTURE = 'fixture.json'

/** Writes a fixture in the format of nock's own recorder. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { origin, pathname } = new URL(url)
  const fixture = Array.from({ length: interactions }, (_, index) => ({
    scope: `${origin}:443`,
    method: 'POST',
    path: pathname,
    body: JSON.parse(requestBody(index)),
    status: 200,
    response: eventsOf(events).join(''),
    rawHeaders: { 'content-type': 'text/event-stream; charset=utf-8' },
    responseIsBinary: false,
  }))
  writeFileSync(join(folder, FIXTURE), JSON.stringify(fixture, null, 4))
}

/** Replays through `nock.back`. By default each recording answers only once; `persist` changes that. */
export async function open(folder: string): Promise<Replayer> {
  nock.back.fixtures = folder
  nock.back.setMode('lockdown')
  const { nockDone } = await nock.back(FIXTURE, { after: (scope) => scope.persist() })
  return { fetch: globalThis.fetch, close: nockDone }
}
