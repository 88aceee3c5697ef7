import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import type { TestRecord } from '../runner/find-obsolete.ts'
import { finishRun } from '../runner/finish-run.ts'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import { toRunRecord } from './to-run-record.ts'

/** Reports the use of cassettes at the end of a run, and selects the tests to rerun in watch mode when a cassette changes. */
export class CassetteReporter implements Reporter {
  readonly #report: string | undefined
  #vitest: Vitest | undefined
  #folder = ''
  #state: 'running' | 'idle' = 'idle'
  /** By the path of each cassette: the test files that use it, and its content at the end of the last run. */
  readonly #users = new Map<string, { testFiles: Set<string>; content: string }>()

  /** @param report the path of the JSON report; undefined for none */
  constructor(report: string | undefined) {
    this.#report = report
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
    const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-run-'))
    this.#folder = folder
    // Workers start later, and inherit this environment.
    process.env[RUN_FOLDER] = folder
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  }

  onTestRunStart(): void {
    this.#state = 'running'
    // In watch mode, a run begins without the files that the previous one recorded.
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder)
  }

  async onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): Promise<void> {
    this.#state = 'idle'
    const vitest = this.#vitest
    if (!vitest) return
    const run = await toRunRecord(vitest, modules)
    if (vitest.config.watch) this.#updateUsers(run.tests)
    const end = reason === 'interrupted' ? 'interrupted' : 'completed'
    const { lines, failure } = await finishRun(run, {
      end,
      update: vitest.snapshot.options.updateSnapshot,
      report: this.#report,
    })
    if (lines.length > 0) vitest.logger[hasMachineReadableOutput(vitest) ? 'error' : 'log'](`\n${lines.join('\n')}\n`)
    if (failure !== undefined) process.exitCode = 1
  }

  /**
   * Returns the test files to rerun because a cassette changed: those that use it. Returns undefined while tests run and if the
   * content is the same as after the last run, so that a test that records does not rerun itself endlessly.
   */
  testsToRerun(file: string): string[] | undefined {
    const users = this.#users.get(file)
    if (!users || this.#state === 'running' || users.content === read(file)) return undefined
    return [...users.testFiles]
  }

  /** Includes tests that could not open their cassette: they rerun when a missing or broken cassette is fixed. */
  #updateUsers(tests: readonly TestRecord[]): void {
    for (const { testFile, cassette, usages } of tests) {
      for (const file of [...(cassette ? [cassette] : []), ...usages.map(({ file }) => resolve(file))]) {
        const testFiles = this.#users.get(file)?.testFiles ?? new Set()
        this.#users.set(file, { testFiles: testFiles.add(testFile), content: '' })
      }
    }
    const finished = new Set(tests.map(({ testFile }) => testFile))
    for (const [file, { testFiles }] of this.#users) {
      if ([...testFiles].some((testFile) => finished.has(testFile)))
        this.#users.set(file, { testFiles, content: read(file) })
    }
  }
}

/** Whether stdout is machine-readable, so that the report must not be part of it. */
function hasMachineReadableOutput({ config }: Vitest): boolean {
  return config.reporters.some((reporter) => /^(?:json|junit|tap|tap-flat)$/.test(String([reporter].flat()[0])))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
