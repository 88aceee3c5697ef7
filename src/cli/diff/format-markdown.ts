import { escapeControlCharacters } from '../../errors/escape-control-characters.ts'
import type { AspectChange, CassetteDiff, InteractionDiff } from './compare-cassettes.ts'
import type { FolderDiff, MemberDiff } from './compare-folders.ts'
import { describeCounts, describeInteraction, describeMember, describeUsage } from './describe.ts'
import { type DiffLine, diffLines } from './diff-lines.ts'

/** GitHub accepts 65,536 characters in a comment. */
const MAX_LENGTH = 60_000

/** More lines of one change, and longer ones, would hide the other changes. */
const MAX_LINES = 40
const MAX_LINE = 500

/**
 * Formats a diff as the Markdown of a comment on a pull request. All texts of the cassettes are in code, where neither Markdown nor HTML
 * has a meaning.
 */
export function formatMarkdown(diff: CassetteDiff | FolderDiff): string {
  const sections = 'cassettes' in diff ? diff.cassettes.flatMap(formatMember) : formatInteractions(diff)
  let text = formatHead(diff)
  for (const [index, section] of sections.entries()) {
    if (text.length + section.length > MAX_LENGTH)
      return `${text}\n\n… and ${sections.length - index} more, which do not fit into a comment.\n`
    text += `\n\n${section}`
  }
  return `${text}\n`
}

function formatHead(diff: CassetteDiff | FolderDiff): string {
  const usage = describeUsage(diff)
  return [
    `**${'cassettes' in diff ? 'Cassettes in' : 'Cassette'} ${toCode(diff.b)}: ${diff.verdict}** compared with ${toCode(diff.a)}`,
    `${describeCounts(diff)}${usage && `, ${usage}`}.`,
  ].join('\n\n')
}

function formatMember(diff: MemberDiff): string[] {
  if (diff.verdict === 'identical') return []
  return [`**${toCode(describeMember(diff))}: ${diff.verdict}**`, ...formatInteractions(diff)]
}

function formatInteractions({ interactions }: CassetteDiff): string[] {
  return interactions.filter(({ verdict }) => verdict !== 'identical').map(formatInteraction)
}

function formatInteraction(interaction: InteractionDiff): string {
  const usage = describeUsage(interaction)
  return [
    `${toCode(describeInteraction(interaction))} ${interaction.verdict}${usage && `, ${usage}`}`,
    ...interaction.changes.map(formatChange),
  ].join('\n\n')
}

function formatChange({ aspect, kind, a, b }: AspectChange): string {
  const lines = diffLines(a, b).map(writeLine)
  const more = lines.length > MAX_LINES ? [`… and ${lines.length - MAX_LINES} more lines`] : []
  const content = escapeControlCharacters([...lines.slice(0, MAX_LINES), ...more].join('\n'))
  const fence = fenceFor(content, 3)
  return `<details open><summary>${aspect} (${kind})</summary>\n\n${fence}diff\n${content}\n${fence}\n\n</details>`
}

function writeLine({ kind, text }: DiffLine): string {
  const shown = text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)}…` : text
  if (kind === 'gap') return ' …'
  return `${kind === 'removed' ? '-' : kind === 'added' ? '+' : ' '} ${shown}`
}

/** A code span. Its delimiters are longer than any run of backticks in it. */
function toCode(text: string): string {
  const content = escapeControlCharacters(text).replaceAll('\n', '·')
  const fence = fenceFor(content, 1)
  return /^`|`$/.test(content) ? `${fence} ${content} ${fence}` : fence + content + fence
}

function fenceFor(content: string, least: number): string {
  const runs = content.match(/`+/g) ?? []
  return '`'.repeat(runs.reduce((longest, { length }) => Math.max(longest, length + 1), least))
}
