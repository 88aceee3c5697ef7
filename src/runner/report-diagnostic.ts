import type { Session } from '../session/session.ts'

/**
 * Says under a test what became of its cassette, in runners that have a place for it: `t.diagnostic` of node:test.
 *
 * @param args what the test function was called with
 * @param session the session of the test
 * @param outcome how it ended; what a failing test recorded is not saved
 */
export function reportDiagnostic(
  args: readonly unknown[],
  { path, played, unplayed, recorded }: Session,
  outcome: 'passed' | 'failed',
): void {
  const [context] = args
  if (!hasDiagnostic(context)) return
  const counts = [`${played.length} of ${played.length + unplayed.length} played`]
  if (recorded.length > 0) counts.push(`${recorded.length} recorded${outcome === 'failed' ? ' and not saved' : ''}`)
  context.diagnostic(`cassette ${path}: ${counts.join(', ')}`)
}

function hasDiagnostic(context: unknown): context is { diagnostic(message: string): void } {
  return typeof context === 'object' && context !== null && 'diagnostic' in context && 'fullName' in context
}
