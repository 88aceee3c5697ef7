import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { timeSuite } from '../suite/time-suite.ts'
import { EVENTS, TESTS, writeSuite } from '../suite/write-suite.ts'
import type { PeerName } from './peers.ts'
import { runPeer } from './run-peer.ts'
import type { PeerTask, Probe } from './task.ts'

/** The measured values by their names: times in ms, and a number of reads. */
export type Amounts = Readonly<Record<string, number>>

/** A library with its recordings, ready to be measured. */
export interface Contestant {
  readonly name: PeerName
  /** The measurements, in the same order for all libraries. Each runs in a fresh process. */
  readonly measures: readonly (() => Promise<Amounts>)[]
  probe(): Promise<Probe>
}

type PreparedRecording = Omit<PeerTask, 'kind'>

const registry = fileURLToPath(new URL('peers.ts', import.meta.url))

/**
 * Prepares the recordings of a library, and a test suite that replays them.
 *
 * @param peer the name of the library
 * @param folder the folder for both
 */
export async function prepareContestant(peer: PeerName, folder: string): Promise<Contestant> {
  const record = async (interactions: number, events: number): Promise<PreparedRecording> => {
    const recorded = { peer, folder: join(folder, `${interactions}x${events}`), interactions, events }
    mkdirSync(recorded.folder, { recursive: true })
    await runPeer('prepare', recorded)
    return recorded
  }
  const [one, many, long] = [await record(1, EVENTS), await record(1000, EVENTS), await record(1, 500)]
  const suite = join(folder, 'suite')
  writeSuite(
    suite,
    peer === 'cassette'
      ? { intercept: 'msw', firstClient: 'fetch' }
      : { setupFile: setupFile(await record(TESTS, EVENTS)) },
  )
  return {
    name: peer,
    measures: [
      () => measureFirstAnswer(one, '1'),
      () => measureFirstAnswer(many, '1,000'),
      () => measureRequest(many),
      () => measureStream(long),
      () => measureSuite(suite),
    ],
    probe: () => runPeer('probe', many),
  }
}

/** A setup file that replays the recordings during the tests of a file, as the documentation of each library recommends. */
function setupFile({ peer, folder }: PreparedRecording): string {
  return `import { afterAll } from 'vitest'
import { peers } from ${JSON.stringify(registry)}
const { open } = await peers[${JSON.stringify(peer)}].load()
const { fetch, close } = await open(${JSON.stringify(folder)})
globalThis.fetch = fetch
afterAll(close)
`
}

async function measureFirstAnswer(recorded: PreparedRecording, count: string): Promise<Amounts> {
  const { ready, open } = await runPeer('first-answer', recorded)
  return { [`ready, ${count}`]: ready, [`open, ${count}`]: open }
}

async function measureRequest(recorded: PreparedRecording): Promise<Amounts> {
  return { request: (await runPeer('requests', recorded)).request }
}

async function measureStream(recorded: PreparedRecording): Promise<Amounts> {
  const { request, reads } = await runPeer('requests', recorded)
  return { [`${recorded.events} events`]: request, reads }
}

async function measureSuite(folder: string): Promise<Amounts> {
  const { wall, cpu } = await timeSuite(folder)
  return { 'suite wall': wall, 'suite CPU': cpu }
}
