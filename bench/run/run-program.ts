import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Runs a program in a fresh process.
 *
 * @param program the URL of its file
 * @param argument its argument
 * @returns the last line that it prints, parsed as JSON
 */
export async function runProgram<Result>(program: URL, argument: string): Promise<Result> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(program), argument])
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}
