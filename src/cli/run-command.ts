import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { type ExitCode, UsageError } from './command.ts'

/** The signals that end a command. */
export const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Runs the command of the user, and passes signals on to it: the command decides how it ends.
 *
 * @param command the file and its arguments
 * @param variables added to the environment
 * @param stdout `stderr` if stdout has to contain only JSON
 * @throws UsageError if it can't be started
 */
export async function runCommand(
  [file = '', ...args]: readonly string[],
  variables: Readonly<Record<string, string>>,
  stdout: 'inherit' | 'stderr' = 'inherit',
): Promise<ExitCode> {
  const output = stdout === 'stderr' ? 2 : 'inherit'
  const child = spawn(file, args, { stdio: ['inherit', output, 'inherit'], env: { ...process.env, ...variables } })
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, pass)
  try {
    const [code, signal]: [number | null, NodeJS.Signals | null] = (await once(child, 'exit')) as never
    return code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)
  } catch (error) {
    throw new UsageError(`Failed to start ${file}: ${String(error)}.`)
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass)
  }
}

/** Splits arguments into those before `--` and the command after it. */
export function splitCommand(args: readonly string[]): { own: readonly string[]; command: readonly string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  return { own: args.slice(0, end), command: args.slice(end + 1) }
}
