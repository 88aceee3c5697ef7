import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CassetteUsage } from '../runner/cassette-usage.ts'
import { findObsolete, type Obsolete, type RanTest } from '../runner/obsolete.ts'
import { removeObsolete } from '../runner/remove-obsolete.ts'
import { type ObsoletePolicy, writeRunReport } from '../runner/run-report.ts'
import { RUN_FOLDER } from './run-folder.ts'

interface GlobalConfig {
  readonly updateSnapshot: 'all' | 'new' | 'none'
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
  readonly #policy: ObsoletePolicy
  readonly #folder = mkdtempSync(join(tmpdir(), 'msw-cassette-run-'))
  #error: Error | undefined

  constructor({ updateSnapshot }: GlobalConfig) {
    this.#policy = updateSnapshot === 'all' ? 'remove' : updateSnapshot === 'none' ? 'fail' : 'list'
    // Workers are started later, with this environment.
    process.env[RUN_FOLDER] = this.#folder
  }

  onRunComplete(_contexts: unknown, results: RunResults): void {
    const tests = this.#collect()
    // Which cassettes a test would have used that did not run, or failed before it asked, is not known.
    const whole = results.testResults.filter(
      ({ testExecError, testResults }) => !testExecError && testResults.every(({ status }) => status === 'passed'),
    )
    const files = whole.map(({ testFilePath }) => testFilePath)
    const obsolete: Obsolete = results.wasInterrupted
      ? { files: [], interactions: [] }
      : findObsolete(tests, files, (file) => resolve(file))
    if (this.#policy === 'remove') removeObsolete(obsolete)
    const lines = writeRunReport(tests, obsolete, this.#policy)
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`)
    if (this.#policy === 'fail' && obsolete.files.length + obsolete.interactions.length > 0)
      this.#error = new Error('There are obsolete cassettes. Remove them with -u, and commit.')
  }

  /** Jest fails the run for what this returns. */
  getLastError(): Error | undefined {
    return this.#error
  }

  #collect(): RanTest[] {
    const lines = readdirSync(this.#folder).flatMap((file) =>
      readFileSync(join(this.#folder, file), 'utf8').trim().split('\n'),
    )
    rmSync(this.#folder, { recursive: true, force: true })
    return lines.map((line) => {
      const { usage, testFile, outcome }: { usage: CassetteUsage; testFile: string; outcome: 'passed' | 'failed' } =
        JSON.parse(line)
      return { testFile, cassette: outcome === 'failed' ? resolve(usage.file) : undefined, outcome, usages: [usage] }
    })
  }
}
