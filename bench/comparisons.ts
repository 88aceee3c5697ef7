import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Comparison } from './comparison.ts'
import { cassetteFile } from './data/cassette-files.ts'
import { writeLargeCassette } from './data/large-cassette.ts'
import { openings } from './openings.ts'
import type { RequestTask } from './run/task.ts'

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
    ...openings(folder),
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
      goal: 0.85,
      maxRatio: 1.05,
    },
    {
      name: 'MSW 3, 500 events, against a hand-written handler with the same pacing',
      task: warm('cassette', 500),
      baseline: warm('hand-written-paced', 500),
      maxRatio: 1.05,
    },
    ...[40, 500].map((events) => ({
      name: `session.fetch through the OpenAI SDK, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events, 'openai'),
      baseline: warm('stub-fetch', events, 'openai'),
      goal: events === 40 ? 1.3 : 1.05,
      maxRatio: 1.65,
    })),
    ...[40, 500].map((events) => ({
      name: `session.fetch with a plain reader, ${events} events, against a stubbed fetch`,
      task: warm('session-fetch', events),
      baseline: warm('stub-fetch', events),
      goal: events === 40 ? 4 : 2,
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
      goal: 1.1,
      maxRatio: 1.4,
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
      maxRatio: 1,
    },
  ]
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
