import { statSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFiles, readableFolders } from '../test/corpus.ts'
import type { Comparison } from './comparison.ts'
import { cassetteFile, jsonFile } from './data/cassette-files.ts'
import { writeLongSession, writeLongStream } from './data/long-session.ts'
import type { OpenTask } from './run/task.ts'

/** Opening files: synthetic ones, and those of the corpus. */
export function openings(folder: string): Comparison[] {
  return [...cassettes(folder), ...longSessions(folder), ...realFiles()]
}

function cassettes(folder: string): Comparison[] {
  return [1000, 5000].flatMap((count) => {
    const task: OpenTask = { kind: 'open', file: cassetteFile(folder, count), by: 'openCassette' }
    const name = `opening a cassette of ${count.toLocaleString('en')} interactions, against`
    return [
      {
        name: `${name} JSON.parse of the same data`,
        task,
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
        goal: 0.7,
        maxRatio: count === 1000 ? 1.25 : 0.9,
      },
      {
        name: `${name} JSON.parse of the same data, and answering the last request`,
        task: { ...task, answer: 'last' },
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
        goal: 0.8,
        maxRatio: 2.1,
      },
      {
        name: `the limit of ${name} JSON.parse of the same data: the third time in a process, with compiled code`,
        task: { ...task, warmUp: 2 },
        baseline: { ...task, file: jsonFile(folder, count), by: 'JSON.parse' },
      },
      { name: `${name} the yaml package`, task, baseline: { ...task, by: 'yaml' }, goal: 1 / 30, maxRatio: 0.15 },
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
    const name = `opening the largest real file of ${format}, against only parsing it`
    const task = { kind: 'open', file, by: 'openCassette' } as const
    const baseline = { kind: 'open', file, by: 'parser' } as const
    if (SMALL.includes(format)) return openingSmall(name, task, baseline)
    return { name: `${name}, loading the parser included`, task, baseline, ...limitsOf(format) }
  })
}

/** Formats of JSON whose files are small: parsing the largest one takes less than a millisecond. */
const SMALL: readonly string[] = ['nock', 'undici', 'dd-vcr']

/** The first session of a process also loads the code of the formats, and runs code that is not compiled. */
function openingSmall(name: string, task: OpenTask, baseline: OpenTask): Comparison[] {
  const again = { warmUp: 1 }
  return [
    { name: `${name}, as the first of a process`, by: 'ms more', task, baseline },
    {
      name: `${name}, as the second of a process`,
      by: 'ms more',
      task: { ...task, ...again },
      baseline: { ...baseline, ...again },
      goal: 1,
    },
  ]
}

function limitsOf(format: string): Pick<Comparison, 'goal' | 'maxRatio'> {
  return format === 'go-vcr-v2' ? { goal: 1 / 30, maxRatio: 0.35 } : { goal: 1.3 }
}
