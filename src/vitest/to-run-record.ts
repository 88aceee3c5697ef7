import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestCase, TestModule, TestState, Vitest } from 'vitest/node'
import type { RunRecord, TestRecord } from '../runner/find-obsolete.ts'
import { testCassette } from './test-cassette.ts'

/**
 * Converts Vitest's data about a run to the data that the report needs.
 *
 * @param vitest the instance that ran the tests
 * @param modules the test files of the run, including failed ones
 */
export async function toRunRecord(vitest: Vitest, modules: readonly TestModule[]): Promise<RunRecord> {
  const collected = modules.filter(isCollected).map((module) => {
    const file = fileOf(module)
    const cases = [...module.children.allTests()]
    const tests = cases.map((test) => toTestRecord(test, file))
    const opened = cases.flatMap((test) => test.meta().cassettesOpened ?? [])
    return { file, tests, opened, isComplete: tests.every(hasKnownCassette) }
  })
  // Each project has its own module for a file.
  const incomplete = new Set(collected.flatMap(({ file, isComplete }) => (isComplete ? [] : [file])))
  const completeFiles = collected.map(({ file }) => file).filter((file) => !incomplete.has(file))
  return {
    tests: collected.flatMap(({ tests }) => tests),
    completeFiles,
    opened: collected.flatMap(({ opened }) => opened.map((file) => resolve(file))),
    scope: (await coversAllTests(vitest, completeFiles)) ? 'all' : 'partial',
    root: resolve(vitest.config.root, vitest.config.dir ?? ''),
  }
}

/** A file without tests failed while it loaded, or its worker crashed. */
function isCollected(module: TestModule): boolean {
  return /^(?:passed|failed|skipped)$/.test(module.state()) && !module.children.allTests().next().done
}

/** Merged reports contain the paths of the machine on which the tests ran. */
function fileOf({ moduleId, relativeModuleId, project }: TestModule): string {
  return existsSync(moduleId) ? moduleId : resolve(project.config.root, relativeModuleId)
}

function toTestRecord(test: TestCase, testFile: string): TestRecord {
  const { state } = test.result()
  const { cassette, cassetteUsage = [] } = test.meta()
  const defaults = test.project.getProvidedContext()['msw-cassette']
  // `fullName` does not include the module, like the name in the worker.
  const own = testCassette({ file: testFile, name: test.fullName }, cassette, defaults)
  return { testFile, cassette: own && resolve(own.file), outcome: toOutcome(state, test), usages: cassetteUsage }
}

function toOutcome(state: TestState, { options }: TestCase): TestRecord['outcome'] {
  // A test that is expected to fail can have failed before its first request.
  if (state === 'failed' || options.fails) return 'failed'
  if (state === 'passed') return 'passed'
  return options.mode === 'todo' ? 'todo' : 'not-run'
}

/**
 * Whether the cassettes of a test are known. For a test that did not pass, they come from its metadata. The metadata does not
 * contain those of `withCassette`.
 */
function hasKnownCassette(record: TestRecord): boolean {
  return record.outcome === 'passed' || record.cassette !== undefined || record.outcome === 'todo'
}

/** The filters of a run that the configuration contains. */
interface RunFilters {
  readonly project?: readonly string[]
  readonly cliExclude?: readonly string[]
  readonly testNamePattern?: RegExp
}

/** Whether the run covers all test files of all projects. */
async function coversAllTests(vitest: Vitest, completeFiles: readonly string[]): Promise<boolean> {
  const { project, cliExclude, testNamePattern } = vitest.config as RunFilters
  if (project?.length || cliExclude?.length || testNamePattern || completeFiles.length === 0) return false
  const complete = new Set(completeFiles)
  return (await vitest.globTestSpecifications()).every(({ moduleId }) => complete.has(moduleId))
}
