import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TestCase, TestModule, Vitest } from 'vitest/node'
import type { Run, TestRecord } from '../runner/obsolete.ts'
import { testCassette } from './test-cassette.ts'

/**
 * Makes of what Vitest says of a run what the report needs.
 *
 * @param vitest whose run it was
 * @param modules the test files, also those that failed
 */
export async function toRun(vitest: Vitest, modules: readonly TestModule[]): Promise<Run> {
  const collected = modules.filter(isCollected).map((module) => {
    const file = fileOf(module)
    const cases = [...module.children.allTests()]
    const tests = cases.map((test) => toRanTest(test, file))
    const opened = cases.flatMap((test) => test.meta().cassettesOpened ?? [])
    return { file, tests, opened, isKnown: cases.every((test, index) => isKnown(test, tests[index])) }
  })
  const doubtful = new Set(collected.flatMap(({ file, isKnown }) => (isKnown ? [] : [file])))
  const judged = collected.map(({ file }) => file).filter((file) => !doubtful.has(file))
  return {
    tests: collected.flatMap(({ tests }) => tests),
    completeFiles: judged,
    opened: collected.flatMap(({ opened }) => opened.map((file) => resolve(file))),
    scope: (await isWhole(vitest, judged)) ? 'whole' : 'part',
    root: resolve(vitest.config.root, vitest.config.dir ?? ''),
  }
}

/** A file without tests failed before it had any, or its worker died. */
function isCollected(module: TestModule): boolean {
  return /^(?:passed|failed|skipped)$/.test(module.state()) && !module.children.allTests().next().done
}

/** Reports that are merged name the test files as they lay on the machine where they ran. */
function fileOf({ moduleId, relativeModuleId, project }: TestModule): string {
  return existsSync(moduleId) ? moduleId : resolve(project.config.root, relativeModuleId)
}

function toRanTest(test: TestCase, testFile: string): TestRecord {
  const { state } = test.result()
  const { cassette, cassetteUsage = [] } = test.meta()
  const defaults = test.project.getProvidedContext()['msw-cassette']
  // The module is not part of the name: as in the worker.
  const own = testCassette({ file: testFile, name: test.fullName }, cassette, defaults)
  // One that is expected to fail may have failed before it asked.
  const outcome = state === 'failed' || test.options.fails ? 'failed' : state === 'passed' ? 'passed' : 'not-run'
  return { testFile, cassette: own && resolve(own.file), outcome, usages: cassetteUsage }
}

/**
 * Whether it is known what a test would have used. Of one that did not pass its metadata say so, and say nothing where it
 * is wrapped with `withCassette`.
 */
function isKnown({ options }: TestCase, ran: TestRecord | undefined): boolean {
  return ran?.outcome === 'passed' || ran?.cassette !== undefined || options.mode === 'todo'
}

/** What narrows a run, as far as it shows in the configuration. */
interface Narrowing {
  readonly project?: readonly string[]
  readonly cliExclude?: readonly string[]
  readonly testNamePattern?: RegExp
}

/** Whether all test files of all projects were run. */
async function isWhole(vitest: Vitest, judged: readonly string[]): Promise<boolean> {
  const { project, cliExclude, testNamePattern } = vitest.config as Narrowing
  if (project?.length || cliExclude?.length || testNamePattern || judged.length === 0) return false
  const known = new Set(judged)
  return (await vitest.globTestSpecifications()).every(({ moduleId }) => known.has(moduleId))
}
