import { setupServer } from 'msw/node'
import { snapshot } from 'msw-snapshot'
import type { Opened, Recording } from '../../run/peer.ts'

/** Records with msw-snapshot itself, a file for each request. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const { Agent, setGlobalDispatcher } = await import('undici')
  const { askForAll } = await import('../record/ask-for-all.ts')
  const { startLocalModel } = await import('../record/local-model.ts')
  const model = await startLocalModel(events)
  setGlobalDispatcher(new Agent({ connect: model.connect }))
  const { close } = listen(folder, 'all')
  await askForAll(interactions)
  await close()
  model.close()
}

/** Replays through MSW 2, the newest that it works with. */
export async function open(folder: string): Promise<Opened> {
  return listen(folder, 'none')
}

function listen(basePath: string, updateSnapshots: 'all' | 'none'): Opened {
  const server = setupServer(snapshot({ basePath, updateSnapshots }))
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
