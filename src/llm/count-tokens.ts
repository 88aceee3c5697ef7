import type { Usage } from './conversation.ts'

/** The sum of input and output; undefined if neither is recorded. */
export function countTokens({ input, output }: Usage = {}): number | undefined {
  return input === undefined && output === undefined ? undefined : (input ?? 0) + (output ?? 0)
}
