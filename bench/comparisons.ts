import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { corpusFiles, readableFolders } from '../test/corpus.ts'
import { cassetteOf } from './data/exchange.ts'
import type { OpenTask, RequestTask, Task } from './run/task.ts'

/** Two tasks whose amounts are compared. */
export interface Comparison {
  readonly name: string
  readonly task: Task
  /** What it is compared with. */
  readonly against: Task
  /** The ratio that is not to be exceeded; none where the row is only to be seen. */
  readonly atMost?: number
}

/**
 * Everything that is measured side by side.
 *
 * @param folder for the files that are opened
 * @param model a server whose live streams begin after some milliseconds
 */
export function comparisons(folder: string, model: { url: string; thinking: number }): Comparison[] {
  return [...requests(folder), ...firstAnswers(folder), ...opening(folder), ...realFiles(), recording(folder, model)]
}

function requests(folder: string): Comparison[] {
  return [
    {
      name: 'MSW 3, 40 events, against a hand-written handler that enqueues all at once',
      task: warm('cassette', 40),
      against: warm('hand-written', 40),
      atMost: 0.85,
    },
    {
      name: 'MSW 3, 500 events, against the hand-written handler paced in the same way',
      task: warm('cassette', 500),
      against: warm('hand-written-paced', 500),
      atMost: 1,
    },
    ...[40, 500].map((events) => ({
      name: `session.fetch through the OpenAI SDK, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events, 'openai'),
      against: warm('stub-fetch', events, 'openai'),
      atMost: 1.5,
    })),
    ...[40, 500].map((events) => ({
      name: `session.fetch and a bare reader, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events),
      against: warm('stub-fetch', events),
    })),
    {
      name: 'the last of 5,000 interactions, against the only one',
      task: { ...warm('cassette', 40), interactions: 5000, file: cassetteFile(folder, 5000) },
      against: { ...warm('cassette', 40), file: cassetteFile(folder, 1) },
      atMost: 1.1,
    },
  ]
}

function warm(peer: RequestTask['peer'], events: number, client: RequestTask['client'] = 'reader'): RequestTask {
  return { kind: 'requests', client, peer, events, interactions: 1 }
}

function firstAnswers(folder: string): Comparison[] {
  const task = { kind: 'first-answer', peer: 'cassette', file: cassetteFile(folder, 1), events: 40 } as const
  return [
    ...(['open', 'imports'] as const).map((from) => ({
      name: `the first answer of a process, its imports ${from === 'open' ? 'not ' : ''}included, against a hand-written handler`,
      task: { ...task, from },
      against: { ...task, from, peer: 'hand-written' } as const,
      atMost: 1.1,
    })),
    {
      name: 'importing this library and MSW, against MSW alone',
      task: { kind: 'import', packages: ['msw/node', 'msw', 'msw-cassette'] },
      against: { kind: 'import', packages: ['msw/node', 'msw'] },
    },
  ]
}

function opening(folder: string): Comparison[] {
  return [1000, 5000].flatMap((count) => {
    const task: OpenTask = { kind: 'open', file: cassetteFile(folder, count), by: 'openCassette' }
    const name = `opening ${count.toLocaleString('en')} interactions, against`
    return [
      {
        name: `${name} JSON.parse of the same`,
        task,
        against: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
        atMost: 0.7,
      },
      { name: `${name} the yaml package`, task, against: { ...task, by: 'yaml' }, atMost: 1 / 30 },
      { name: `${name} only reading the file`, task, against: { ...task, by: 'read' } },
    ]
  })
}

/** None where the corpus is not beside this checkout. */
function realFiles(): Comparison[] {
  return readableFolders.flatMap((format) => {
    const files = corpusFiles(format).map(({ file }) => file)
    const [file] = files.sort((a, b) => statSync(b).size - statSync(a).size)
    if (!file) return []
    return {
      name: `opening the largest real file of ${format}, against the bare parser`,
      task: { kind: 'open', file, by: 'openCassette' },
      against: { kind: 'open', file, by: 'parser' },
      ...(format === 'go-vcr-v2' ? { atMost: 1 / 30 } : {}),
    }
  })
}

function recording(folder: string, { url, thinking }: { url: string; thinking: number }): Comparison {
  return {
    name: `the first event of a live stream after ${thinking} ms, while recording, against without`,
    task: { kind: 'first-event', url, cassette: join(folder, 'recorded.yaml') },
    against: { kind: 'first-event', url },
    atMost: 1.2,
  }
}

/** Writes a cassette of so many interactions. */
export function cassetteFile(folder: string, interactions: number): string {
  const file = join(folder, `${interactions}.yaml`)
  writeFileSync(file, stringifyCassette(cassetteOf(interactions, 40)))
  return file
}

function jsonFile(folder: string, interactions: number): string {
  const file = join(folder, `${interactions}.json`)
  const text = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value
  writeFileSync(file, JSON.stringify(cassetteOf(interactions, 40), text))
  return file
}
