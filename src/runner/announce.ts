import type { Session } from '../session.ts'

/**
 * Says under a test what became of its cassette, in runners that have a place for it: `t.diagnostic` of node:test.
 *
 * @param args what the test function was called with
 */
export function announce(args: readonly unknown[], { path, played, unplayed, recorded }: Session): void {
  const [context] = args
  if (!hasDiagnostic(context)) return
  const counts = [`${played.length} of ${played.length + unplayed.length} played`]
  if (recorded.length > 0) counts.push(`${recorded.length} recorded`)
  context.diagnostic(`cassette ${path}: ${counts.join(', ')}`)
}

function hasDiagnostic(context: unknown): context is { diagnostic(message: string): void } {
  return typeof context === 'object' && context !== null && 'diagnostic' in context && 'fullName' in context
}
