import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import type { Caller } from './calling-file.ts'
import { cassettePath, isCassetteName } from './cassette-path.ts'
import { currentTest } from './current-test.ts'

/**
 * Resolves the source of a test's cassette. A name becomes the path of a cassette in the test file's folder; without a source
 * the cassette is named after the test (see `cassettePath`). Any other source is returned unchanged.
 *
 * @param source a string without a slash, an extension such as `.yaml` or a line break is a name
 * @param contexts the arguments of the test function, and its `this`
 * @param definedIn the file in which the test is defined
 * @throws CassetteSessionError if the path depends on the test and the runner does not report which test is running
 */
export function testSource(
  source: CassetteSource | undefined,
  contexts: readonly unknown[],
  definedIn?: Caller,
): CassetteSource {
  if (!isCassetteName(source)) return source
  const test = currentTest(contexts, definedIn)
  if (test) return cassettePath(test, source)
  throw new CassetteSessionError(
    "withCassette can't detect which test is running: this runner, or test.each, does not pass it on. " +
      "Give it a path, such as withCassette('fixtures/greeting.yaml', …).",
  )
}
