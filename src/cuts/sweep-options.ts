import { aFunction, listOf, objectOf } from '../options/checks.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

/**
 * How an answer is cut. `'end'`: it ends early, like a complete one. `'reset'`: the connection breaks. `'abort'`: nothing more arrives,
 * and the `signal` of the run aborts.
 */
export type CutKind = 'end' | 'reset' | 'abort'

/** The options of `sweepCuts`. */
export interface SweepOptions {
  /** How answers are cut. Default: in all three ways. */
  cuts?: readonly CutKind[]
  /**
   * Tells whether a result admits that the answer is incomplete, such as `{ text: 'Ol', state: 'interrupted' }`. Default: only an error
   * does.
   */
  admits?: (input: { readonly result: unknown }) => boolean
  /** The options of the session. The mode is always `'replay'`. */
  cassette?: Omit<CassetteOptions, 'mode' | 'faults'>
}

const kinds = ['end', 'reset', 'abort'] as const satisfies CutKind[]

/** @throws CassetteOptionError */
export function checkSweepOptions(options: SweepOptions): void {
  objectOf<SweepOptions>({
    cuts: listOf((kind) => kinds.some((each) => each === kind), "a list of 'end', 'reset' and 'abort'"),
    admits: aFunction,
    // The session checks them.
    cassette: () => {},
  })(options, '')
}

/** The kinds of cuts to try. */
export function cutKindsOf({ cuts = kinds }: SweepOptions): readonly CutKind[] {
  return cuts
}
