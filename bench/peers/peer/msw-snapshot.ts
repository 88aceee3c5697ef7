import { setupServer } from 'msw/node'
import { snapshot } from 'msw-snapshot'
import type { Recording, Replayer } from '../../run/peer.ts'

/** Records with msw-snapshot itself, which writes a file for each request. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { Agent, setGlobalDispatcher } = await import('undici')
  const { requestAll } = await import('../record/request-all.ts')
  const { startLocalModel } = await import('../record/local-model.ts')
  const model = await startLocalModel(events)
  setGlobalDispatcher(new Agent({ connect: model.connect }))
  const { close } = listen(folder, 'all')
  await requestAll(interactions)
  await close()
  model.close()
}

/** Replays through MSW 2, the latest version that it supports. */
export async function open(folder: string): Promise<Replayer> {
  return listen(folder, 'none')
}

function listen(basePath: string, updateSnapshots: 'all' | 'none'): Replayer {
  const server = setupServer(snapshot({ basePath, updateSnapshots }))
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
