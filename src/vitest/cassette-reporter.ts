import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import { concludeRun } from '../runner/conclude-run.ts'
import type { TestRecord } from '../runner/obsolete.ts'
import { toRun } from './vitest-run.ts'

/** Reports at the end of a run what became of the cassettes, and tells the watcher which tests use which. */
export class CassetteReporter implements Reporter {
  #vitest: Vitest | undefined
  #state: 'running' | 'idle' = 'idle'
  /** The test files that use a cassette, and its content at the end of the last run. */
  readonly #users = new Map<string, { testFiles: Set<string>; content: string }>()

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.#state = 'running'
  }

  async onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): Promise<void> {
    this.#state = 'idle'
    const vitest = this.#vitest
    if (!vitest) return
    const run = await toRun(vitest, modules)
    if (vitest.config.watch) this.#remember(run.tests)
    const end = reason === 'interrupted' ? 'interrupted' : 'reached'
    const { lines, verdict } = concludeRun(run, end, vitest.snapshot.options.updateSnapshot)
    if (lines.length > 0) vitest.logger[printsData(vitest) ? 'error' : 'log'](`\n${lines.join('\n')}\n`)
    if (verdict === 'failed') process.exitCode = 1
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

  /** Also of tests that could not open their cassette: it is broken, or not there, and about to be mended. */
  #remember(tests: readonly TestRecord[]): void {
    for (const { testFile, cassette, usages } of tests) {
      for (const file of [...(cassette ? [cassette] : []), ...usages.map(({ file }) => resolve(file))]) {
        const testFiles = this.#users.get(file)?.testFiles ?? new Set()
        this.#users.set(file, { testFiles: testFiles.add(testFile), content: '' })
      }
    }
    const ran = new Set(tests.map(({ testFile }) => testFile))
    for (const [file, { testFiles }] of this.#users) {
      if ([...testFiles].some((testFile) => ran.has(testFile)))
        this.#users.set(file, { testFiles, content: read(file) })
    }
  }
}

/** Whether the output is for a program to read, and must be nothing else. */
function printsData({ config }: Vitest): boolean {
  return config.reporters.some((reporter) => /^(?:json|junit|tap|tap-flat)$/.test(String([reporter].flat()[0])))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
