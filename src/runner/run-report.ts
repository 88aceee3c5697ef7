import { relative } from 'node:path'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { Obsolete, TestRecord } from './obsolete.ts'

/** What becomes of what is obsolete, as with snapshots: removed with `-u`, an error in CI, else listed. */
export type ObsoletePolicy = 'remove' | 'list' | 'fail'

/**
 * Writes the report at the end of a run.
 *
 * @param tests all that ran
 * @param obsolete what no test needs
 * @param policy what became of it
 * @returns lines; none where no test had a cassette and nothing is obsolete
 */
export function writeRunReport(tests: readonly TestRecord[], obsolete: Obsolete, policy: ObsoletePolicy): string[] {
  const lines = [...countCassettes(tests), ...saveLine(tests), ...obsoleteLines(obsolete, policy)]
  return lines.length === 0
    ? []
    : lines.map((line, index) => `${index === 0 ? '  Cassettes  ' : '             '}${line}`)
}

function countCassettes(tests: readonly TestRecord[]): string[] {
  const states = new Map<string, 'replayed' | 'recorded' | 'updated'>()
  for (const { file, before, recorded, calls } of tests.flatMap(({ usages }) => usages)) {
    if (recorded > 0 && states.get(file) !== 'recorded') states.set(file, before === 'found' ? 'updated' : 'recorded')
    else if (calls > 0 && !states.has(file)) states.set(file, 'replayed')
  }
  const words = (['replayed', 'recorded', 'updated'] as const).flatMap((state) => {
    const count = [...states.values()].filter((each) => each === state).length
    return count > 0 ? [`${count} ${state}`] : []
  })
  return words.length > 0 ? [words.join(', ')] : []
}

function saveLine(tests: readonly TestRecord[]): string[] {
  const usages = tests.flatMap(({ usages }) => usages)
  const calls = usages.reduce((sum, usage) => sum + usage.calls, 0)
  const tokens = usages.reduce((sum, usage) => sum + usage.tokens, 0)
  if (calls === 0) return []
  const cost = tokens > 0 ? `, ${tokens.toLocaleString('en')} tokens not paid for` : ''
  return [`${calls} ${calls === 1 ? 'call' : 'calls'} not made${cost}`]
}

function obsoleteLines({ files, interactions }: Obsolete, policy: ObsoletePolicy): string[] {
  const list = [
    ...files.map((file) => relative('.', file)),
    ...interactions.map(
      ({ file, indexes }) => `${relative('.', file)} ${indexes.map((index) => `#${index}`).join(' ')}`,
    ),
  ].map((line) => `  ${escapeControlCharacters(line)}`)
  if (list.length === 0) return []
  const advice = { remove: 'removed', list: 'remove with -u', fail: 'an error in CI; remove with -u and commit' }
  return [`${list.length} obsolete, ${advice[policy]}:`, ...list]
}
