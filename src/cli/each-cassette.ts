import type { Failure } from './command.ts'
import { isOtherFile, noCassette, toFailure } from './read-input.ts'
import type { Terminal } from './terminal.ts'

/** The work of a command for each cassette that the user named. */
interface CassetteWork<S, R> {
  readonly sources: readonly S[]
  /** The paths of the sources, as the user spelled them. */
  readonly paths: readonly string[]
  /** The work in one word, such as `show`, for messages. */
  readonly verb: string
  /** Every failure is added to it. */
  readonly failures: Failure[]
  readonly terminal: Terminal
  run(source: S): R
  /** Returns the result for a cassette that failed. Default: it has no result. */
  toFailed?(failure: Failure): R
}

/**
 * Does the work of a command for one cassette after the other, as their results are needed. Other files in a folder are skipped. If there
 * is no cassette among the sources, this is a failure.
 */
export function* eachCassette<S extends { readonly path: string }, R>({
  sources,
  paths,
  verb,
  failures,
  terminal,
  run,
  toFailed,
}: CassetteWork<S, R>): Generator<R> {
  let done = 0
  for (const [index, source] of sources.entries()) {
    terminal.progress(`${index + 1}/${sources.length} ${source.path}`)
    let result: R
    try {
      result = run(source)
      done++
    } catch (error) {
      if (isOtherFile(error, source, paths)) continue
      const failure = toFailure(error, source, verb)
      failures.push(failure)
      if (!toFailed) continue
      result = toFailed(failure)
    }
    yield result
  }
  if (done === 0 && failures.length === 0) failures.push(noCassette(paths))
}
