import { nodeBuiltin } from '../platform/builtin.ts'

const { isAbsolute, relative } = nodeBuiltin('path')

/**
 * Returns an absolute path as messages show it: relative to the working directory if the file is inside of it, like the paths in the
 * output of test runners.
 */
export function showPath(file: string): string {
  const shown = relative('.', file)
  return /^\.\.(?:[\\/]|$)/.test(shown) || isAbsolute(shown) ? file : shown || '.'
}
