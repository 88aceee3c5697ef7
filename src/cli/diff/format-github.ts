import type { CassetteDiff, InteractionDiff } from './compare-cassettes.ts'
import { describeInteraction, describeUsage } from './describe.ts'
import { diffLines } from './diff-lines.ts'

/** An annotation shows about this many lines. */
const MAX_LINES = 30

/**
 * Formats a diff as annotations of a workflow: a warning for each structural difference, a notice for each other one.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub({ b, interactions }: CassetteDiff): string[] {
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
  const properties = [
    `file=${escapeProperty(file)}`,
    ...(line === undefined || interaction.b === undefined ? [] : [`line=${line}`]),
    `title=${escapeProperty(`Cassette: ${verdict}`)}`,
  ]
  const message = [describeInteraction(interaction), ...lines.slice(0, MAX_LINES), ...(usage === '' ? [] : [usage])]
  return `::${verdict === 'structural' ? 'warning' : 'notice'} ${properties.join(',')}::${escapeData(message.join('\n'))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
