import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { listen } from '../msw/listen.ts'
import { relativePath } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import { listenToUsage } from '../runner/report-usage.ts'
import { RUN_FOLDER, type RunMessage } from './run-folder.ts'

// At the top level: clients that are made as a test file is loaded are caught, too.
const stop = listen('every-test')

// Each test file has a global object of its own, and would find the network as the one before it left it.
afterAll(() => {
  stop()
  const opened = drainOpenedCassettes().map(relativePath)
  if (opened.length > 0) tellReporter({ opened })
})

listenToUsage((usage, testFile, outcome) => tellReporter({ usage, testFile, outcome }))

function tellReporter(message: RunMessage): void {
  const folder = process.env[RUN_FOLDER]
  if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(message)}\n`)
}

declare function afterAll(fn: () => void): void
