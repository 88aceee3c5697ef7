import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringifyCassette } from 'msw-cassette'
import { corpusFiles, readableFolders } from '../test/corpus.ts'
import { cassetteOf } from './data/exchange.ts'
import { writeLargeCassette } from './data/large-cassette.ts'
import { writeLongSession, writeLongStream } from './data/long-session.ts'
import type { OpenTask, RequestTask, Task } from './run/task.ts'

/** Two tasks whose results are compared. */
export interface Comparison {
  readonly name: string
  readonly task: Task
  /** The task that it is compared with. */
  readonly baseline: Task
  /** The bench fails if the ratio is higher. Without it, the row is only informative. */
  readonly maxRatio?: number
}

/**
 * Returns all comparisons.
 *
 * @param folder a folder for the files that are opened
 * @param model a server whose live streams begin after a delay in ms
 */
export function comparisons(folder: string, model: { url: string; delay: number }): Comparison[] {
  return [
    ...requests(folder),
    ...firstAnswers(folder),
    ...opening(folder),
    ...longSessions(folder),
    ...realFiles(),
    ...recording(folder, model),
    ...commands(folder),
  ]
}

function requests(folder: string): Comparison[] {
  return [
    {
      name: 'MSW 3, 40 events, against a hand-written handler that enqueues all chunks immediately',
      task: warm('cassette', 40),
      baseline: warm('hand-written', 40),
      maxRatio: 0.85,
    },
    {
      name: 'MSW 3, 500 events, against a hand-written handler with the same pacing',
      task: warm('cassette', 500),
      baseline: warm('hand-written-paced', 500),
      maxRatio: 1,
    },
    ...[40, 500].map((events) => ({
      name: `session.fetch through the OpenAI SDK, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events, 'openai'),
      baseline: warm('stub-fetch', events, 'openai'),
      maxRatio: 1.5,
    })),
    ...[40, 500].map((events) => ({
      name: `session.fetch with a plain reader, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events),
      baseline: warm('stub-fetch', events),
    })),
    ...[40, 500].flatMap((events) =>
      (['openai', 'reader'] as const).flatMap((client) => {
        const through = `${client === 'openai' ? 'through the OpenAI SDK' : 'with a plain reader'}, ${events} events`
        const paced = warm('paced-fetch', events, client)
        return [
          {
            name: `session.fetch ${through}, against a stub with a turn for each event`,
            task: warm('session-fetch', events, client),
            baseline: paced,
          },
          {
            name: `the limit of session.fetch: a stub with a turn for each event ${through}, against a stubbed fetch`,
            task: paced,
            baseline: warm('stub-fetch', events, client),
          },
        ]
      }),
    ),
    {
      name: 'the last of 5,000 interactions, against the only one',
      task: { ...warm('cassette', 40), interactions: 5000, file: cassetteFile(folder, 5000) },
      baseline: { ...warm('cassette', 40), file: cassetteFile(folder, 1) },
      maxRatio: 1.1,
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
      baseline: { ...task, from, peer: 'hand-written' } as const,
      maxRatio: 1.1,
    })),
    {
      name: 'importing this library and MSW, against MSW alone',
      task: { kind: 'import', packages: ['msw/node', 'msw', 'msw-cassette'] },
      baseline: { kind: 'import', packages: ['msw/node', 'msw'] },
    },
    {
      name: 'importing msw-cassette/fetch, which loads no MSW, against the yaml package',
      task: { kind: 'import', packages: ['msw-cassette/fetch'] },
      baseline: { kind: 'import', packages: ['yaml'] },
    },
  ]
}

function opening(folder: string): Comparison[] {
  return [1000, 5000].flatMap((count) => {
    const task: OpenTask = { kind: 'open', file: cassetteFile(folder, count), by: 'openCassette' }
    const name = `opening a cassette of ${count.toLocaleString('en')} interactions, against`
    return [
      {
        name: `${name} JSON.parse of the same data`,
        task,
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
        maxRatio: 0.7,
      },
      {
        name: `${name} JSON.parse of the same data, and answering the last request`,
        task: { ...task, answer: 'last' },
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
        maxRatio: 2,
      },
      {
        name: `the limit of ${name} JSON.parse of the same data: the third time in a process, with compiled code`,
        task: { ...task, warmUp: 2 },
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
      },
      { name: `${name} the yaml package`, task, baseline: { ...task, by: 'yaml' }, maxRatio: 1 / 30 },
      { name: `${name} only reading the file`, task, baseline: { ...task, by: 'read' } },
    ]
  })
}

function longSessions(folder: string): Comparison[] {
  const frames = 10_000
  const [session, stream] = [join(folder, 'session.yaml'), join(folder, 'stream.yaml')]
  writeLongSession(session, frames)
  writeLongStream(stream, frames)
  return [
    {
      name: 'opening a WebSocket session of 10,000 frames, against a stream of the same data',
      task: { kind: 'open', file: session, by: 'openCassette' },
      baseline: { kind: 'open', file: stream, by: 'openCassette' },
      maxRatio: 2,
    },
  ]
}

/** Empty if the corpus is not next to this checkout. */
function realFiles(): Comparison[] {
  return readableFolders.flatMap((format) => {
    const files = corpusFiles(format).map(({ file }) => file)
    const [file] = files.sort((a, b) => statSync(b).size - statSync(a).size)
    if (!file) return []
    return {
      name: `opening the largest real file of ${format}, against only parsing it, loading the parser included`,
      task: { kind: 'open', file, by: 'openCassette' },
      baseline: { kind: 'open', file, by: 'parser' },
      ...(format === 'go-vcr-v2' ? { maxRatio: 1 / 30 } : {}),
    }
  })
}

function recording(folder: string, { url, delay }: { url: string; delay: number }): Comparison[] {
  const added = { kind: 'record', cassette: join(folder, 'growing.yaml'), before: 1000 } as const
  return [
    {
      name: 'recording the thousandth exchange into a cassette, against the first',
      task: { ...added, into: 'the same cassette' },
      baseline: { ...added, into: 'another cassette' },
      maxRatio: 2,
    },
    {
      name: `the first event of a live stream after ${delay} ms, while recording, against without recording`,
      task: { kind: 'first-event', url, cassette: join(folder, 'recorded.yaml') },
      baseline: { kind: 'first-event', url },
      maxRatio: 1.2,
    },
  ]
}

function commands(folder: string): Comparison[] {
  const large = join(folder, '16-mb.yaml')
  writeLargeCassette(large, 16 * 1024 * 1024)
  const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const baseline = { kind: 'command', args: ['-e', '0'] } as const
  return [
    ...['--help', 'show --help'].map((args) => ({
      name: `msw-cassette ${args}, against node -e 0`,
      task: { kind: 'command', args: [program, ...args.split(' ')] } as const,
      baseline,
      maxRatio: 2,
    })),
    {
      name: 'msw-cassette show of a body of 16 MB, against node -e 0',
      task: { kind: 'command', args: [program, 'show', large] },
      baseline,
    },
  ]
}

/** Writes a cassette with this many interactions and returns its path. */
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
