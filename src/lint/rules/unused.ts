import { basename, dirname } from 'node:path'
import { CASSETTE_FOLDER } from '../../runner/cassette-path.ts'
import { findTestFile } from '../../storage/cassette-folder.ts'
import type { LintRule } from '../lint-rule.ts'

/** Without a run, only a deleted test file proves that a cassette is unused. `msw-cassette prune -- COMMAND` finds the others. */
export const unused: LintRule = {
  name: 'unused',
  severity: 'warning',
  summary: 'cassettes that are named after a test file that was deleted',
  check({ file }) {
    const testFile = findDeletedTest(file)
    if (testFile === undefined) return []
    const message = `no test uses this cassette: ${basename(testFile)} was deleted. Remove it with msw-cassette prune`
    return [{ message, place: { kind: 'file' } }]
  },
}

/**
 * Finds the deleted test file that a cassette is named after.
 *
 * @param file the absolute path of the cassette
 */
export function findDeletedTest(file: string): string | undefined {
  const folder = dirname(file)
  if (basename(dirname(folder)) !== CASSETTE_FOLDER) return undefined
  const { testFile, presence } = findTestFile(dirname(dirname(folder)), basename(folder))
  return presence === 'deleted' ? testFile : undefined
}
