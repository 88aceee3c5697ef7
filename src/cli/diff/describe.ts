import { count } from '../../diagnostics/count.ts'
import { formatCost } from '../../diagnostics/units.ts'
import { showUrl } from '../show/facts.ts'
import type { CassetteDiff, Change, InteractionDiff } from './compare-cassettes.ts'
import type { FolderDiff, MemberDiff } from './compare-folders.ts'

/** The number of an interaction in both cassettes and its address, such as `#1 POST api.openai.com/v1/responses`. */
export function describeInteraction({ a, b, method, url }: InteractionDiff): string {
  const place = a === b ? `#${a}` : a === undefined ? `#${b} (new)` : b === undefined ? `#${a} (gone)` : `#${a} → #${b}`
  return `${place} ${method} ${showUrl(url)}`
}

/** The name of a cassette in both folders, such as `weather.yaml` or `weather.yaml (new)`. */
export function describeMember({ name, presence }: MemberDiff): string {
  return `${name}${{ both: '', 'only in a': ' (gone)', 'only in b': ' (new)' }[presence]}`
}

/** Counts the interactions that differ, such as `1 of 3 interactions differs`; of folders, the cassettes. */
export function describeCounts(diff: CassetteDiff | FolderDiff): string {
  const [diffs, name] = 'cassettes' in diff ? [diff.cassettes, 'cassette'] : [diff.interactions, 'interaction']
  const differing = diffs.filter(({ verdict }) => verdict !== 'identical').length
  if (differing === 0) return `${count(diffs.length, name)}, all identical`
  return `${differing} of ${count(diffs.length, name)} ${differing === 1 ? 'differs' : 'differ'}`
}

/** The changes of the numbers of tokens and of the cost, such as `tokens 21 → 25 (+4)`; empty if neither changed. */
export function describeUsage({ tokens, cost }: Pick<InteractionDiff, 'tokens' | 'cost'>): string {
  return [...describeChange('tokens', tokens, String), ...describeChange('cost', cost, formatCost)].join(', ')
}

function describeChange(name: string, change: Change<number> | undefined, format: (n: number) => string): string[] {
  if (!change || change.a === change.b) return []
  const { a, b } = change
  return [`${name} ${format(a)} → ${format(b)} (${b > a ? '+' : '-'}${format(Math.abs(b - a))})`]
}
