import type { TestInfo } from '@playwright/test'
import type { TestResult } from '@playwright/test/reporter'
import { type CassetteUsage, relativePath } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import type { RunMessage } from '../runner/run-message.ts'

/** Reporters do not show attachments whose names begin with `_`. */
const NAME = '_msw-cassette'

/** Attaches how a test used its cassette, for the reporter. Playwright also brings attachments into merged reports. */
export function attachUsage(info: TestInfo, usage: CassetteUsage, outcome: 'passed' | 'failed'): void {
  attach(info, { usage, testFile: relativePath(info.file), outcome })
}

/** Attaches the cassettes that a test has opened with `openCassette` or `fromCassette`. */
export function attachOpened(info: TestInfo): void {
  const opened = drainOpenedCassettes().map(relativePath)
  if (opened.length > 0) attach(info, { opened })
}

function attach(info: TestInfo, message: RunMessage): void {
  const body = Buffer.from(JSON.stringify(message))
  info.attachments.push({ name: NAME, contentType: 'application/json', body })
}

/** Reads the attached messages of a test. */
export function readAttached({ attachments }: Pick<TestResult, 'attachments'>): RunMessage[] {
  return attachments.flatMap(({ name, body }) => (name === NAME && body ? [JSON.parse(String(body))] : []))
}
