import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunRecord } from '../runner/find-obsolete.ts'
import { finishRun } from '../runner/finish-run.ts'
import { MARKER, RUN_FOLDER } from '../runner/recorded-files.ts'
import { type RunMessage, readRunMessages } from '../runner/run-message.ts'

interface GlobalConfig {
  readonly rootDir: string
  readonly updateSnapshot: 'all' | 'new' | 'none'
  readonly testNamePattern?: string
  readonly testPathPatterns?: { readonly patterns: readonly string[] }
  readonly shard?: unknown
  readonly onlyChanged?: boolean
  readonly onlyFailures?: boolean
  readonly findRelatedTests?: boolean
  readonly runTestsByPath?: boolean
}

interface RunResults {
  readonly wasInterrupted: boolean
  readonly testResults: readonly {
    readonly testFilePath: string
    readonly testExecError?: unknown
    readonly testResults: readonly { readonly status: string }[]
  }[]
}

/**
 * Reports the use of cassettes at the end of a Jest run. Obsolete cassettes are handled like obsolete snapshots: removed with
 * `-u`, an error with `--ci`, and otherwise listed.
 */
export default class CassetteReporter {
  readonly #config: GlobalConfig
  readonly #folder = mkdtempSync(join(tmpdir(), 'msw-cassette-run-'))
  readonly #report: string | undefined
  #error: Error | undefined

  /** @param options `report`: the path of a JSON report about the use of cassettes, relative to the working directory */
  constructor(config: GlobalConfig, { report }: { readonly report?: string } = {}) {
    this.#config = config
    this.#report = report
    // Workers start later, and inherit this environment.
    process.env[RUN_FOLDER] = this.#folder
  }

  async onRunComplete(_contexts: unknown, results: RunResults): Promise<void> {
    const end = results.wasInterrupted ? 'interrupted' : 'completed'
    const { lines, failure } = await finishRun(this.#toRunRecord(results), {
      end,
      update: this.#config.updateSnapshot,
      report: this.#report,
    })
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`)
    if (failure !== undefined) this.#error = new Error(failure)
  }

  /** Jest fails the run if this returns an error. */
  getLastError(): Error | undefined {
    return this.#error
  }

  #toRunRecord({ testResults }: RunResults): RunRecord {
    // The cassettes of a test that did not run, or that failed before its first request, are unknown.
    const complete = testResults.filter(
      ({ testExecError, testResults }) =>
        !testExecError && testResults.every(({ status }) => status === 'passed' || status === 'todo'),
    )
    return {
      ...readRunMessages(this.#readMessages()),
      completeFiles: complete.map(({ testFilePath }) => testFilePath),
      scope: complete.length === testResults.length && coversAllTests(this.#config) ? 'all' : 'partial',
      root: this.#config.rootDir,
    }
  }

  #readMessages(): RunMessage[] {
    const files = readdirSync(this.#folder).filter((file) => !file.endsWith(MARKER))
    const lines = files.flatMap((file) => readFileSync(join(this.#folder, file), 'utf8').trim().split('\n'))
    rmSync(this.#folder, { recursive: true, force: true })
    return lines.map((line): RunMessage => JSON.parse(line))
  }
}

/** Whether Jest runs all tests, without a filter. */
function coversAllTests(config: GlobalConfig): boolean {
  const { testNamePattern, testPathPatterns, shard, onlyChanged, onlyFailures, findRelatedTests, runTestsByPath } =
    config
  const filter = /^--(?:selectProjects|ignoreProjects|testPathIgnorePatterns|testMatch|testRegex)\b/
  const isFiltered =
    testNamePattern || testPathPatterns?.patterns.length || shard || process.argv.some((arg) => filter.test(arg))
  return !isFiltered && !onlyChanged && !onlyFailures && !findRelatedTests && !runTestsByPath
}
