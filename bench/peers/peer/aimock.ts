import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { events as eventsOf, requestParams, url } from '../../data/exchange.ts'
import type { Recording, Replayer } from '../../run/peer.ts'

/** Writes fixtures: the text of the response, and the number of characters in an event. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  // It adds three events itself: the role, the end and [DONE].
  const pieces = eventsOf(events)
    .slice(0, events - 3)
    .map(textOf)
  const fixtures = Array.from({ length: interactions }, (_, index) => ({
    match: { userMessage: requestParams(index).messages.at(-1)?.content },
    response: { content: pieces.join('') },
    chunkSize: pieces[0]?.length,
  }))
  writeFileSync(fixturesIn(folder), JSON.stringify({ fixtures }, null, 2))
}

/** Replays through a local server. The code under test uses its address instead of the real one. */
export async function open(folder: string): Promise<Replayer> {
  const mock = new LLMock({ port: 0 })
  mock.loadFixtureFile(fixturesIn(folder))
  await mock.start()
  const { origin } = new URL(url)
  const network = globalThis.fetch
  const fetch: typeof network = (input, init) => network(String(input).replace(origin, mock.url), init)
  return { fetch, close: () => mock.stop() }
}

function textOf(event: string): string {
  return JSON.parse(event.slice('data: '.length)).choices[0].delta.content
}

function fixturesIn(folder: string): string {
  return join(folder, 'fixtures.json')
}
