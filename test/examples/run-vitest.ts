import { type Outcome, runNode } from './run-node.ts'

/** Runs Vitest once in a folder. The parameters are those of `runNode`. */
export function runVitest(
  folder: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Outcome> {
  return runNode(folder, ['modules:vitest/vitest.mjs', 'run', ...args], env)
}
