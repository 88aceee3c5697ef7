import { type Caller, toPath } from './calling-file.ts'
import { runningTest } from './running-test.ts'

/** The file and the name that identify a test. */
export interface CurrentTest {
  /** The absolute path of its file. */
  readonly file: string
  /** Its name, prefixed with the names of its `describe` blocks. */
  readonly name: string
}

/**
 * Detects which test is running. Vitest, node:test, Playwright, Deno, AVA and tap pass it to the test function, and mocha calls the
 * function with it. Otherwise, as in `test.each`, it comes from Vitest's setup file, or from the global `expect` of Jest (and of
 * Vitest with `globals: true`).
 *
 * @param contexts the arguments of the test function, and its `this`
 * @param definedIn the file in which the test is defined, for runners whose tests do not know it
 * @returns undefined if the runner does not provide it
 */
export function currentTest(contexts: readonly unknown[], definedIn?: Caller): CurrentTest | undefined {
  for (const context of contexts) {
    const test = fromVitest(context) ?? fromNodeTest(context) ?? fromPlaywright(context) ?? fromMocha(context)
    if (test) return test
  }
  const running = runningTest() ?? fromExpect()
  if (running) return running
  for (const context of contexts) {
    const test = fromTitle(context, definedIn)
    if (test) return test
  }
  return undefined
}

function fromVitest(context: unknown): CurrentTest | undefined {
  const task = read(context, 'task')
  return toTest(read(read(task, 'file'), 'filepath'), read(task, 'fullTestName') ?? read(task, 'name'))
}

function fromNodeTest(context: unknown): CurrentTest | undefined {
  const file = read(context, 'filePath') ?? mainScript(context)
  // Without the extension: `node --test` would run a folder with the name of a test file as a test.
  return toTest(typeof file === 'string' ? file.replace(/\.[cm]?[jt]s$/, '') : file, read(context, 'fullName'))
}

/** In Node 20 the context does not contain the file, but each test file is the main script of its process. */
function mainScript(context: unknown): string | undefined {
  return typeof read(context, 'diagnostic') === 'function' ? globalThis.process?.argv[1] : undefined
}

function fromPlaywright(info: unknown): CurrentTest | undefined {
  const titles = read(info, 'titlePath')
  // The first title is the file.
  return Array.isArray(titles) ? toTest(read(info, 'file'), titles.slice(1).join(' > ')) : undefined
}

function fromMocha(context: unknown): CurrentTest | undefined {
  const runnable = read(context, 'test')
  const test = read(runnable, 'type') === 'hook' ? read(context, 'currentTest') : runnable
  const titlePath = read(test, 'titlePath')
  if (typeof titlePath !== 'function') return undefined
  const titles: unknown = titlePath.call(test)
  return Array.isArray(titles) ? toTest(read(test, 'file'), titles.join(' > ')) : undefined
}

/** AVA's test has a `title`, tap's a `fullname`, and Deno's a `name`, which does not include the names of the tests around it. */
function fromTitle(context: unknown, definedIn: Caller | undefined): CurrentTest | undefined {
  // Anything can have a name, such as a row of `test.each`.
  if (!['plan', 'step'].some((method) => typeof read(context, method) === 'function')) return undefined
  const origin = read(context, 'origin')
  const file = typeof origin === 'string' ? toPath(origin) : definedIn?.file
  return toTest(file, read(context, 'title') ?? read(context, 'fullname') ?? namesOf(context).join(' > '))
}

function namesOf(context: unknown): unknown[] {
  const parent = read(context, 'parent')
  return [...(parent ? namesOf(parent) : []), read(context, 'name')]
}

function fromExpect(): CurrentTest | undefined {
  const getState = read(read(globalThis, 'expect'), 'getState')
  const state: unknown = typeof getState === 'function' ? getState() : undefined
  // With concurrent tests, Jest's currentTestName can be the name of another test.
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
