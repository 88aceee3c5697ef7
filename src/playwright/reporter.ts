import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { finishRun } from '../runner/finish-run.ts'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import { readRunMessages } from '../runner/run-message.ts'
import { readAttached } from './attach-usage.ts'
import { coversAllTests } from './covers-all-tests.ts'
import { toUpdateMode } from './update-mode.ts'

/**
 * Reports the use of cassettes at the end of a Playwright run. Obsolete cassettes are removed with `-u`, an error in CI, and
 * otherwise listed. Add it to the other reporters: `reporter: [['list'], ['msw-cassette/playwright/reporter']]`.
 */
export default class CassetteReporter implements Reporter {
  readonly #folder = mkdtempSync(join(tmpdir(), 'msw-cassette-run-'))
  readonly #report: string | undefined
  #run: { readonly config: FullConfig; readonly suite: Suite } | undefined

  /** @param options `report`: the path of a JSON report about the use of cassettes, relative to the working directory */
  constructor({ report }: { readonly report?: string } = {}) {
    this.#report = report
    // Workers start later, and inherit this environment.
    process.env[RUN_FOLDER] = this.#folder
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }))
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#run = { config, suite }
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] } | undefined> {
    if (!this.#run) return undefined
    const { config, suite } = this.#run
    const tests = suite.allTests()
    const incomplete = new Set(tests.filter((test) => !hasPassed(test)).map(fileOf))
    const record = {
      ...readRunMessages(tests.flatMap(({ results }) => results.flatMap(readAttached))),
      completeFiles: [...new Set(tests.map(fileOf))].filter((file) => !incomplete.has(file)),
      scope: incomplete.size === 0 && coversAllTests(config, process.argv) ? 'all' : 'partial',
      root: config.rootDir,
    } as const
    const end = status === 'interrupted' || status === 'timedout' ? 'interrupted' : 'completed'
    const summary = await finishRun(record, {
      end,
      update: toUpdateMode(config.updateSnapshots),
      report: this.#report,
    })
    if (summary.lines.length > 0) process.stderr.write(`\n${summary.lines.join('\n')}\n`)
    return summary.failure !== undefined ? { status: 'failed' } : undefined
  }

  /** Playwright adds its own reporter if no other one prints. */
  printsToStdio(): boolean {
    return false
  }
}

/** The cassettes of a test that did not run, or that failed before its first request, are unknown. */
function hasPassed({ results, expectedStatus }: TestCase): boolean {
  return expectedStatus === 'passed' && results.at(-1)?.status === 'passed'
}

function fileOf({ location }: TestCase): string {
  return location.file
}
