import type { Session } from '../session/session.ts'

/**
 * Prints how a test used its cassette, if the runner can attach a message to a test. node:test can, with `t.diagnostic`.
 *
 * @param args the arguments of the test function
 * @param session the session of the test
 * @param outcome the result of the test; recordings of a failing test are not saved
 */
export function reportDiagnostic(
  args: readonly unknown[],
  { path, replayed, unplayed, recorded }: Session,
  outcome: 'passed' | 'failed',
): void {
  const [context] = args
  if (!hasDiagnostic(context)) return
  const counts = [`${replayed.length} of ${replayed.length + unplayed.length} played`]
  if (recorded.length > 0) counts.push(`${recorded.length} recorded${outcome === 'failed' ? ' and not saved' : ''}`)
  context.diagnostic(`cassette ${path}: ${counts.join(', ')}`)
}

/** Whether the first argument of a test function is the context of node:test. */
export function hasDiagnostic(context: unknown): context is { diagnostic(message: string): void } {
  return typeof context === 'object' && context !== null && 'diagnostic' in context && 'fullName' in context
}
