import { join } from 'node:path'
import { SnapshotAgent, setGlobalDispatcher } from 'undici'
import type { Recording, Replayer } from '../../run/peer.ts'

/** Records with undici's `SnapshotAgent` itself. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { requestAll } = await import('../record/request-all.ts')
  const { startLocalModel } = await import('../record/local-model.ts')
  const model = await startLocalModel(events)
  const agent = new SnapshotAgent({ mode: 'record', snapshotPath: snapshotsIn(folder), connect: model.connect })
  setGlobalDispatcher(agent)
  await requestAll(interactions)
  await agent.saveSnapshots()
  model.close()
}

/** Replays through the global dispatcher, which Node's own `fetch` uses too. */
export async function open(folder: string): Promise<Replayer> {
  const agent = new SnapshotAgent({ mode: 'playback', snapshotPath: snapshotsIn(folder) })
  setGlobalDispatcher(agent)
  return { fetch: globalThis.fetch, close: () => agent.close() }
}

function snapshotsIn(folder: string): string {
  return join(folder, 'snapshots.json')
}
