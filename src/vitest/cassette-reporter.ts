import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { findObsolete, type RanTest } from '../runner/obsolete.ts'
import { removeObsolete } from '../runner/remove-obsolete.ts'
import { type ObsoletePolicy, writeRunReport } from '../runner/run-report.ts'
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
        : findObsolete(tests, judgedFiles(collected, tests), (file) => resolve(file))
    const policy = obsoletePolicy(vitest)
    if (policy === 'remove') removeObsolete(obsolete)
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

/**
 * The test files whose cassettes can be judged. What a test would have used that did not pass is known where its metadata
 * says so, and is not where it is wrapped with `withCassette`.
 */
function judgedFiles(modules: readonly TestModule[], tests: readonly RanTest[]): string[] {
  const doubtful = new Set(
    tests.filter(({ outcome, cassette }) => outcome !== 'passed' && !cassette).map(({ testFile }) => testFile),
  )
  return modules.map(({ moduleId }) => moduleId).filter((file) => !doubtful.has(file))
}

function obsoletePolicy({ snapshot }: Vitest): ObsoletePolicy {
  const { updateSnapshot } = snapshot.options
  return updateSnapshot === 'all' ? 'remove' : updateSnapshot === 'none' ? 'fail' : 'list'
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
