import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import { cassettePath } from './cassette-path.ts'
import { currentTest } from './current-test.ts'

/**
 * The source of a test's cassette: a path stays what it is, a name is one in the folder of the test file's cassettes, and
 * without either it is named after the test. See `cassettePath`.
 *
 * @param source a name is a text without a slash, a dot or a line break
 * @param args what the test function was called with
 * @throws CassetteSessionError where a name is needed, and the runner does not say which test is running
 */
export function testSource(source: CassetteSource | undefined, args: readonly unknown[]): CassetteSource {
  if (source !== undefined && !isName(source)) return source
  const test = currentTest(args)
  if (test) return cassettePath(test, source)
  throw new CassetteSessionError(
    'withCassette does not know which test is running: this runner, or test.each, hands it nothing that says so. ' +
      "Give it a path, such as withCassette('fixtures/greeting.yaml', …).",
  )
}

function isName(source: CassetteSource): source is string {
  return typeof source === 'string' && /^[^/\\.\n{[]+$/.test(source)
}
