import { nodeBuiltin } from '../platform/builtin.ts'
import { environment } from '../platform/environment.ts'
import { globalSlot } from '../platform/global-slot.ts'

const { createHash } = nodeBuiltin('crypto')
const { existsSync, mkdirSync, writeFileSync } = nodeBuiltin('fs')
const { tmpdir } = nodeBuiltin('os')
const { join } = nodeBuiltin('path')

/** The environment variable with a folder that all processes of a test run share. The Vitest plugin and the Jest reporter set it. */
export const RUN_FOLDER = 'MSW_CASSETTE_RUN_FOLDER'

/** The extension of the markers in that folder. */
export const MARKER = '.recorded'

// Without a folder, a run is one process.
const slot = globalSlot<Set<string>>('recorded-files/1')

/** Remembers that this test run has recorded a file, so that its other tests add to the file instead of replacing it. */
export function markRecorded(file: string): void {
  const folder = runFolder()
  if (folder === undefined) {
    slot.getOrCreate(() => new Set()).add(file)
    return
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(markerOf(folder, file), '')
}

/** Tells whether a test of this run has recorded a file, in any process. */
export function wasRecordedInThisRun(file: string): boolean {
  const folder = runFolder()
  return folder === undefined ? slot.get()?.has(file) === true : existsSync(markerOf(folder, file))
}

/** node:test and Playwright run their test files in child processes of one parent. */
function runFolder(): string | undefined {
  const { [RUN_FOLDER]: folder, NODE_TEST_CONTEXT, TEST_WORKER_INDEX } = environment()
  if (folder) return folder
  const hasParent = NODE_TEST_CONTEXT?.startsWith('child') || TEST_WORKER_INDEX !== undefined
  return hasParent ? join(tmpdir(), `msw-cassette-run-${process.ppid}`) : undefined
}

function markerOf(folder: string, file: string): string {
  return join(folder, createHash('sha256').update(file).digest('hex') + MARKER)
}
