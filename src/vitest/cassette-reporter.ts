import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { removeFromGoVcr2 } from '../format/remove-go-vcr-2.ts'
import { findObsolete, type Obsolete, type RanTest } from '../runner/obsolete.ts'
import { type ObsoletePolicy, writeRunReport } from '../runner/run-report.ts'
import { removeCassette } from '../storage/cassette-folder-node.ts'
import { updateCassetteFile } from '../storage/write-node.ts'
import { testCassette, type VitestCassetteOptions } from './test-cassette.ts'

/** Reports at the end of a run what became of the cassettes, and tells the watcher which tests use which. */
export class CassetteReporter implements Reporter {
  readonly #options: VitestCassetteOptions
  #vitest: Vitest | undefined
  #state: 'running' | 'idle' = 'idle'
  /** The test files that use a cassette, and its content at the end of the last run. */
  readonly #users = new Map<string, { testFiles: Set<string>; content: string }>()

  constructor(options: VitestCassetteOptions) {
    this.#options = options
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.#state = 'running'
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): void {
    this.#state = 'idle'
    const vitest = this.#vitest
    if (!vitest) return
    const collected = modules.filter(
      (module) => [...module.children.allTests()].length > 0 || module.state() !== 'failed',
    )
    const tests = collected.flatMap((module) => [...module.children.allTests()].map((test) => this.#toRanTest(test)))
    this.#remember(tests)
    const obsolete =
      reason === 'interrupted'
        ? { files: [], interactions: [] }
        : findObsolete(
            tests,
            collected.map(({ moduleId }) => moduleId),
            (file) => resolve(file),
          )
    const policy = obsoletePolicy(vitest)
    if (policy === 'remove') remove(obsolete)
    const lines = writeRunReport(tests, obsolete, policy)
    if (lines.length > 0) vitest.logger.log(`\n${lines.join('\n')}\n`)
    if (policy === 'fail' && obsolete.files.length + obsolete.interactions.length > 0) process.exitCode = 1
  }

  /**
   * The test files that are to run since a file was changed: those that used it as a cassette. None where this run changes
   * it, or has left it as it is: a test that records must not start itself anew.
   */
  testsOf(file: string): string[] | undefined {
    const users = this.#users.get(file)
    if (!users || this.#state === 'running' || users.content === read(file)) return undefined
    return [...users.testFiles]
  }

  #toRanTest(test: TestCase): RanTest {
    const { state } = test.result()
    const { cassette, cassetteUsage = [] } = test.meta()
    const testFile = test.module.moduleId
    // The module is not part of the name: as in the worker.
    const own = testCassette({ file: testFile, name: test.fullName }, cassette, this.#options)
    const outcome = state === 'passed' || state === 'failed' ? state : 'not-run'
    return { testFile, cassette: own && resolve(own.file), outcome, usages: cassetteUsage }
  }

  #remember(tests: readonly RanTest[]): void {
    for (const { testFile, usages } of tests) {
      for (const { file } of usages) {
        const path = resolve(file)
        const testFiles = this.#users.get(path)?.testFiles ?? new Set()
        this.#users.set(path, { testFiles: testFiles.add(testFile), content: read(path) })
      }
    }
  }
}

function obsoletePolicy({ snapshot }: Vitest): ObsoletePolicy {
  const { updateSnapshot } = snapshot.options
  return updateSnapshot === 'all' ? 'remove' : updateSnapshot === 'none' ? 'fail' : 'list'
}

function remove({ files, interactions }: Obsolete): void {
  for (const file of files) removeCassette(file)
  for (const { file, indexes } of interactions) {
    updateCassetteFile(file, (text = '') => removeFromGoVcr2(text, indexes) ?? text)
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
