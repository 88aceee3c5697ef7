import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { listen } from '../msw/listen.ts'
import { listenToUsage } from '../runner/report-usage.ts'
import { RUN_FOLDER } from './run-folder.ts'

// At the top level: clients that are made as a test file is loaded are caught, too.
const stop = listen('every-test')

// Each test file has a global object of its own, and would find the network as the one before it left it.
afterAll(stop)

listenToUsage((usage, testFile, outcome) => {
  const folder = process.env[RUN_FOLDER]
  if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ usage, testFile, outcome })}\n`)
})

declare function afterAll(fn: () => void): void
