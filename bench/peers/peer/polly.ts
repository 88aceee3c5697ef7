import FetchAdapter from '@pollyjs/adapter-fetch'
import { Polly } from '@pollyjs/core'
import FSPersister from '@pollyjs/persister-fs'
import type { Opened, Recording } from '../../run/peer.ts'

Polly.register(FetchAdapter)
Polly.register(FSPersister)

/** Records with Polly itself, from a stub in the place of the network. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { askForAll } = await import('../record/ask-for-all.ts')
  const { stubFetch } = await import('../../peer/stub-fetch.ts')
  globalThis.fetch = stubFetch(events)
  const polly = start(folder, 'record')
  await askForAll(interactions)
  await polly.stop()
}

/** Replays through the patched `fetch`. */
export async function open(folder: string): Promise<Opened> {
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
    // With the order, a request that is asked again needs a recording of its own.
    matchRequestsBy: { order: false },
  })
}
