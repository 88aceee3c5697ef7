import { setupWorker } from 'msw/browser'
import { listenOptions } from 'msw-cassette'
import { mswLoader } from 'msw-storybook-addon/csf3'

async function startWorker() {
  const worker = setupWorker()
  await worker.start({ ...listenOptions, quiet: true })
  return worker
}

export default { loaders: [mswLoader(startWorker)] }
