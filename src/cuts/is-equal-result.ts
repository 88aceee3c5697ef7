import { builtin } from '../platform/builtin.ts'

/** Compares two results of the code under test deeply. Outside Node, only their JSON is compared. */
export function isEqualResult(first: unknown, second: unknown): boolean {
  const util = builtin('util')
  return util ? util.isDeepStrictEqual(first, second) : JSON.stringify(first) === JSON.stringify(second)
}
