import { annotation } from '../github.ts'
import type { CassetteDiff, InteractionDiff } from './compare-cassettes.ts'
import type { FolderDiff } from './compare-folders.ts'
import { describeInteraction, describeUsage } from './describe.ts'
import { diffLines } from './diff-lines.ts'

/** An annotation shows about this many lines. */
const MAX_LINES = 30

/** Formats a diff as annotations of a workflow: a warning for each structural difference, a notice for each other one. */
export function formatGithub(diff: CassetteDiff | FolderDiff): string[] {
  return 'cassettes' in diff ? diff.cassettes.flatMap(formatCassette) : formatCassette(diff)
}

function formatCassette({ b, interactions }: CassetteDiff): string[] {
  return interactions
    .filter(({ verdict }) => verdict !== 'identical')
    .map((interaction) => formatInteraction(interaction, b))
}

function formatInteraction(interaction: InteractionDiff, file: string): string {
  const { verdict, line, changes } = interaction
  const usage = describeUsage(interaction)
  const lines = changes.flatMap(({ aspect, a, b }) => [
    `${aspect}:`,
    ...diffLines(a, b).map(({ kind, text }) => `${{ removed: '-', added: '+', same: ' ', gap: '…' }[kind]} ${text}`),
  ])
  const more = lines.length > MAX_LINES ? [`… and ${lines.length - MAX_LINES} more lines`] : []
  const shown = [...lines.slice(0, MAX_LINES), ...more, ...(usage === '' ? [] : [usage])]
  return annotation({
    level: verdict === 'structural' ? 'warning' : 'notice',
    file,
    line: interaction.b === undefined ? undefined : line,
    title: `Cassette: ${verdict}`,
    message: [describeInteraction(interaction), ...shown].join('\n'),
  })
}
