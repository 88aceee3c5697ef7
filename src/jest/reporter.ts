import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { concludeRun } from '../runner/conclude-run.ts'
import type { Run } from '../runner/obsolete.ts'
import { requireFlag } from './require-flag.ts'
import { RUN_FOLDER, type RunMessage } from './run-folder.ts'

requireFlag()

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

/** Reports at the end of a Jest run what became of the cassettes: as with snapshots, what is obsolete is listed, removed with `-u`, an error with `--ci`. */
export default class CassetteReporter {
  readonly #config: GlobalConfig
  readonly #folder = mkdtempSync(join(tmpdir(), 'msw-cassette-run-'))
  #error: Error | undefined

  constructor(config: GlobalConfig) {
    this.#config = config
    // Workers are started later, with this environment.
    process.env[RUN_FOLDER] = this.#folder
  }

  onRunComplete(_contexts: unknown, results: RunResults): void {
    const end = results.wasInterrupted ? 'interrupted' : 'reached'
    const { lines, verdict } = concludeRun(this.#toRun(results), end, this.#config.updateSnapshot)
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`)
    if (verdict === 'failed') this.#error = new Error('There are obsolete cassettes. Remove them with -u, and commit.')
  }

  /** Jest fails the run for what this returns. */
  getLastError(): Error | undefined {
    return this.#error
  }

  #toRun({ testResults }: RunResults): Run {
    const messages = this.#collect()
    // Which cassettes a test would have used that did not run, or failed before it asked, is not known.
    const whole = testResults.filter(
      ({ testExecError, testResults }) =>
        !testExecError && testResults.every(({ status }) => status === 'passed' || status === 'todo'),
    )
    return {
      tests: messages.flatMap((message) => {
        if ('opened' in message) return []
        const { usage, testFile, outcome } = message
        return [
          { testFile, cassette: outcome === 'failed' ? resolve(usage.file) : undefined, outcome, usages: [usage] },
        ]
      }),
      completeFiles: whole.map(({ testFilePath }) => testFilePath),
      opened: messages.flatMap((message) => ('opened' in message ? message.opened.map((file) => resolve(file)) : [])),
      scope: whole.length === testResults.length && isWhole(this.#config) ? 'whole' : 'part',
      root: this.#config.rootDir,
    }
  }

  #collect(): RunMessage[] {
    const lines = readdirSync(this.#folder).flatMap((file) =>
      readFileSync(join(this.#folder, file), 'utf8').trim().split('\n'),
    )
    rmSync(this.#folder, { recursive: true, force: true })
    return lines.map((line): RunMessage => JSON.parse(line))
  }
}

/** Whether Jest was asked for all tests there are. */
function isWhole(config: GlobalConfig): boolean {
  const { testNamePattern, testPathPatterns, shard, onlyChanged, onlyFailures, findRelatedTests, runTestsByPath } =
    config
  const isNarrowed = /^--(?:selectProjects|ignoreProjects|testPathIgnorePatterns|testMatch|testRegex)\b/
  const isPart =
    testNamePattern || testPathPatterns?.patterns.length || shard || process.argv.some((arg) => isNarrowed.test(arg))
  return !isPart && !onlyChanged && !onlyFailures && !findRelatedTests && !runTestsByPath
}
