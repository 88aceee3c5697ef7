import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { relativePath } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import { setUsageListener } from '../runner/report-usage.ts'
import type { RunMessage } from '../runner/run-message.ts'
import { matchers } from '../vitest/matchers.ts'

/**
 * Adds the matchers to a test file, and connects it to the reporter.
 *
 * @param stop stops the setup. Each test file has its own global object, but the network modules that the setup changes are shared with
 *   the next test file
 */
export function connectFile(stop: () => void): void {
  expect.extend(matchers)
  afterAll(() => {
    stop()
    const opened = drainOpenedCassettes().map(relativePath)
    if (opened.length > 0) sendToReporter({ opened })
  })
  setUsageListener((usage, testFile, outcome) => sendToReporter({ usage, testFile, outcome }))
}

function sendToReporter(message: RunMessage): void {
  const folder = process.env[RUN_FOLDER]
  if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(message)}\n`)
}

declare function afterAll(fn: () => void): void
declare const expect: { extend(matchers: object): void }
