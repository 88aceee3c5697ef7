import { relative } from 'node:path'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { ObsoleteItems, TestRecord, UnplayedInteractions } from './find-obsolete.ts'

/** How obsolete cassettes are handled. As with snapshots, they are removed with `-u`, an error in CI, and otherwise listed. */
export type ObsoletePolicy = 'remove' | 'list' | 'fail'

/**
 * Formats the report for the end of a run.
 *
 * @param tests the tests of the run
 * @param obsolete the cassettes and interactions that no test needs
 * @param policy how they were handled
 * @returns the lines; empty if no test used a cassette and nothing is obsolete
 */
export function formatRunReport(
  tests: readonly TestRecord[],
  obsolete: ObsoleteItems,
  policy: ObsoletePolicy,
): string[] {
  const lines = [
    ...cassetteLines(tests),
    ...savingsLines(tests),
    ...tests.flatMap(({ usages }) => usages.flatMap(({ healed }) => healed ?? [])),
    ...obsoleteLines(obsolete, policy),
    ...(policy === 'list' ? unplayedLines(obsolete) : []),
  ]
  return lines.length === 0
    ? []
    : lines.map((line, index) => `${index === 0 ? '  Cassettes  ' : '             '}${line}`)
}

function cassetteLines(tests: readonly TestRecord[]): string[] {
  const states = new Map<string, 'replayed' | 'recorded' | 'updated' | 'healed'>()
  for (const { file, before, recorded, calls, healed } of tests.flatMap(({ usages }) => usages)) {
    if (healed !== undefined) states.set(file, 'healed')
    else if (recorded > 0 && states.get(file) !== 'recorded')
      states.set(file, before === 'found' ? 'updated' : 'recorded')
    else if (calls > 0 && !states.has(file)) states.set(file, 'replayed')
  }
  const counts = (['replayed', 'recorded', 'updated', 'healed'] as const).flatMap((state) => {
    const count = [...states.values()].filter((each) => each === state).length
    return count > 0 ? [`${count} ${state}`] : []
  })
  return counts.length > 0 ? [counts.join(', ')] : []
}

function savingsLines(tests: readonly TestRecord[]): string[] {
  const usages = tests.flatMap(({ usages }) => usages)
  const calls = usages.reduce((sum, usage) => sum + usage.calls, 0)
  const tokens = usages.reduce((sum, usage) => sum + usage.tokens, 0)
  if (calls === 0) return []
  const cost = tokens > 0 ? `, ${tokens.toLocaleString('en')} tokens saved` : ''
  return [`${calls} ${calls === 1 ? 'call' : 'calls'} avoided${cost}`]
}

function obsoleteLines({ files, interactions }: ObsoleteItems, policy: ObsoletePolicy): string[] {
  // Without -u, unplayed interactions that are an error have lines of their own.
  const listed = interactions.filter(({ severity }) => policy !== 'list' || severity === 'ignore')
  const items = [...files.map((file) => relative('.', file)), ...listed.map(formatInteractions)]
  if (items.length === 0) return []
  const advice = { remove: 'removed', list: 'remove with -u', fail: 'an error in CI; remove with -u and commit' }
  return [`${items.length} obsolete, ${advice[policy]}:`, ...items.map(toItem)]
}

function unplayedLines({ interactions }: ObsoleteItems): string[] {
  const items = interactions.filter(({ severity }) => severity === 'error').map(formatInteractions)
  if (items.length === 0) return []
  const advice = "Remove them with -u, or allow them: { onUnplayed: 'ignore' }."
  return [`An error: no test requested these recorded interactions. ${advice}`, ...items.map(toItem)]
}

function formatInteractions({ file, indexes }: UnplayedInteractions): string {
  return `${relative('.', file)} ${indexes.map((index) => `#${index}`).join(' ')}`
}

function toItem(line: string): string {
  return `  ${escapeControlCharacters(line)}`
}
