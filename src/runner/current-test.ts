import { runningTest } from './running-test.ts'

/** Where a test stands in its suite. */
export interface CurrentTest {
  /** The absolute path of its file. */
  readonly file: string
  /** Its name, with those of the blocks around it. */
  readonly name: string
}

/**
 * Finds out which test is about to run: from what Vitest, node:test and Playwright hand to a test function, else from
 * Vitest's setup file, as in `test.each`, or from Jest's global `expect`, which Vitest has too where `globals` are on.
 *
 * @param args what the test function was called with
 * @returns undefined where the runner does not say
 */
export function currentTest(args: readonly unknown[]): CurrentTest | undefined {
  for (const arg of args) {
    const test = fromVitest(arg) ?? fromNodeTest(arg) ?? fromPlaywright(arg)
    if (test) return test
  }
  return runningTest() ?? fromExpect()
}

function fromVitest(context: unknown): CurrentTest | undefined {
  const task = read(context, 'task')
  return toTest(read(read(task, 'file'), 'filepath'), read(task, 'fullTestName') ?? read(task, 'name'))
}

function fromNodeTest(context: unknown): CurrentTest | undefined {
  const file = read(context, 'filePath') ?? mainScript(context)
  // Without the extension: `node --test` takes a folder that is called as a test file for one.
  return toTest(typeof file === 'string' ? file.replace(/\.[cm]?[jt]s$/, '') : file, read(context, 'fullName'))
}

/** In Node 20 the context does not name the file; there each file is the main script of a process. */
function mainScript(context: unknown): string | undefined {
  return typeof read(context, 'diagnostic') === 'function' ? globalThis.process?.argv[1] : undefined
}

function fromPlaywright(info: unknown): CurrentTest | undefined {
  const titles = read(info, 'titlePath')
  // The first is the file, as the others are told by their place in it.
  return Array.isArray(titles) ? toTest(read(info, 'file'), titles.slice(1).join(' > ')) : undefined
}

function fromExpect(): CurrentTest | undefined {
  const getState = read(read(globalThis, 'expect'), 'getState')
  const state: unknown = typeof getState === 'function' ? getState() : undefined
  // Jest's currentTestName is that of another test where tests run at once.
  const concurrent = read(state, 'currentConcurrentTestName')
  const name: unknown = typeof concurrent === 'function' ? concurrent() : undefined
  return toTest(read(state, 'testPath'), name ?? read(state, 'currentTestName'))
}

function toTest(file: unknown, name: unknown): CurrentTest | undefined {
  return typeof file === 'string' && typeof name === 'string' ? { file, name } : undefined
}

function read(value: unknown, key: string): unknown {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return isObject ? Reflect.get(value, key) : undefined
}
