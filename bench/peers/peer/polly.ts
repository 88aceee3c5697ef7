import FetchAdapter from '@pollyjs/adapter-fetch'
import { Polly } from '@pollyjs/core'
import FSPersister from '@pollyjs/persister-fs'
import type { Recording, Replayer } from '../../run/peer.ts'

Polly.register(FetchAdapter)
Polly.register(FSPersister)

/** Records with Polly itself, with a stub instead of the network. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { requestAll } = await import('../record/request-all.ts')
  const { stubFetch } = await import('../../baselines/stub-fetch.ts')
  globalThis.fetch = stubFetch(events)
  const polly = start(folder, 'record')
  await requestAll(interactions)
  await polly.stop()
}

/** Replays through the patched `fetch`. */
export async function open(folder: string): Promise<Replayer> {
  const polly = start(folder, 'replay')
  return { fetch: globalThis.fetch, close: () => polly.stop() }
}

function start(folder: string, mode: 'record' | 'replay'): Polly {
  return new Polly('bench', {
    mode,
    adapters: ['fetch'],
    persister: 'fs',
    persisterOptions: { fs: { recordingsDir: folder } },
    recordIfMissing: false,
    logLevel: 'error',
    // With `order`, a repeated request would need its own recording.
    matchRequestsBy: { order: false },
  })
}
