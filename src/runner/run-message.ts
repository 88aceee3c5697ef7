import { resolve } from 'node:path'
import type { CassetteUsage } from './cassette-usage.ts'
import type { RunRecord } from './find-obsolete.ts'

/**
 * A message of a worker to the process that reports: how a test used its cassette, or the cassettes that were opened with
 * `openCassette` or `fromCassette`.
 */
export type RunMessage =
  | { readonly usage: CassetteUsage; readonly testFile: string; readonly outcome: 'passed' | 'failed' }
  | { readonly opened: readonly string[] }

/** Collects the messages of a run. */
export function readRunMessages(messages: readonly RunMessage[]): Pick<RunRecord, 'tests' | 'opened'> {
  return {
    tests: messages.flatMap((message) => {
      if ('opened' in message) return []
      const { usage, testFile, outcome } = message
      return [{ testFile, cassette: outcome === 'failed' ? resolve(usage.file) : undefined, outcome, usages: [usage] }]
    }),
    opened: messages.flatMap((message) => ('opened' in message ? message.opened.map((file) => resolve(file)) : [])),
  }
}
