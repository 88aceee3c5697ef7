import { shorten } from '../diagnostics/shorten.ts'
import { showValue } from '../json/show-value.ts'
import { isError } from '../platform/cross-realm.ts'
import { isEqualResult } from './is-equal-result.ts'
import type { Cut } from './list-cuts.ts'
import type { Outcome } from './run-cut.ts'
import type { SweepOptions } from './sweep-options.ts'

/** A run with a cut. */
export interface JudgedRun {
  readonly cut: Cut
  readonly outcome: Outcome
  /** The number of requests that matched nothing. */
  readonly mismatches: number
  /** The result with the complete answer. */
  readonly complete: unknown
}

/**
 * Describes how the code under test accepted a cut answer as complete.
 *
 * @returns undefined if it failed, admitted that the answer is incomplete, or has lost nothing, as after a retry
 */
export function judgeCut(
  { cut, outcome, mismatches, complete }: JudgedRun,
  { admits }: SweepOptions,
): string | undefined {
  const place = `${FORMS[cut.kind]} after event ${cut.after} of ${cut.events}`
  if (outcome.kind === 'threw') {
    if (isAssertion(outcome.error)) return `${place}: an assertion failed: ${shorten(firstLine(outcome.error))}`
    return mismatches > 0 ? `${place}: sent a next request, which matches nothing` : undefined
  }
  const { result } = outcome
  if (isEqualResult(result, complete) || admits?.({ result })) return undefined
  return `${place}: returned ${show(result)}`
}

const FORMS = {
  end: 'ended early without an error',
  reset: 'broke without an error',
  abort: 'stalled and was aborted without an error',
} as const

/** Those of `node:assert`, Vitest and chai have the name, those of Jest the result. */
function isAssertion(error: unknown): error is Error {
  return isError(error) && (error.name === 'AssertionError' || 'matcherResult' in error)
}

function firstLine({ message }: Error): string {
  return message.split('\n', 1)[0] ?? ''
}

function show(result: unknown): string {
  return shorten(showValue(result))
}
