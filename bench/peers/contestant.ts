import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EVENTS, makeSuite, TESTS } from '../suite/make-suite.ts'
import { timeSuite } from '../suite/time-suite.ts'
import type { PeerName } from './peers.ts'
import { runPeer } from './run-peer.ts'
import type { PeerTask, Probe } from './task.ts'

/** What is measured: milliseconds, and how many reads. */
export type Amounts = Readonly<Record<string, number>>

/** One library with its recordings. */
export interface Contestant {
  readonly name: PeerName
  /** What is measured, each in a fresh process, in an order that is the same for all. */
  readonly measures: readonly (() => Promise<Amounts>)[]
  probe(): Promise<Probe>
}

type Recorded = Omit<PeerTask, 'kind'>

const registry = fileURLToPath(new URL('peers.ts', import.meta.url))

/**
 * Has a library write its recordings, and a suite of tests that replays with it.
 *
 * @param peer which
 * @param folder where
 */
export async function prepareContestant(peer: PeerName, folder: string): Promise<Contestant> {
  const record = async (interactions: number, events: number): Promise<Recorded> => {
    const recorded = { peer, folder: join(folder, `${interactions}x${events}`), interactions, events }
    mkdirSync(recorded.folder, { recursive: true })
    await runPeer('prepare', recorded)
    return recorded
  }
  const [one, many, long] = [await record(1, EVENTS), await record(1000, EVENTS), await record(1, 500)]
  const suite = join(folder, 'suite')
  makeSuite(suite, peer === 'cassette' ? 'plugin' : { setupFile: setupFile(await record(TESTS, EVENTS)) })
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

/** Its recordings answer during the tests of a file, as the documentation of each library has it. */
function setupFile({ peer, folder }: Recorded): string {
  return `import { afterAll } from 'vitest'
import { peers } from ${JSON.stringify(registry)}
const { open } = await peers[${JSON.stringify(peer)}].load()
const { fetch, close } = await open(${JSON.stringify(folder)})
globalThis.fetch = fetch
afterAll(close)
`
}

async function measureFirstAnswer(recorded: Recorded, count: string): Promise<Amounts> {
  const { ready, open } = await runPeer('first-answer', recorded)
  return { [`ready, ${count}`]: ready, [`open, ${count}`]: open }
}

async function measureRequest(recorded: Recorded): Promise<Amounts> {
  return { request: (await runPeer('requests', recorded)).request }
}

async function measureStream(recorded: Recorded): Promise<Amounts> {
  const { request, reads } = await runPeer('requests', recorded)
  return { [`${recorded.events} events`]: request, reads }
}

async function measureSuite(folder: string): Promise<Amounts> {
  const { wall, cpu } = await timeSuite(folder)
  return { 'suite wall': wall, 'suite CPU': cpu }
}
