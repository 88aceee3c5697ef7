import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Runs a program in a fresh process.
 *
 * @param program a file beside the one that asks
 * @param argument what it is to do
 * @returns the last line that it prints, which is JSON
 */
export async function runProgram<Result>(program: URL, argument: string): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(program), argument])
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}
