import { type Line, type Style, styled } from '../styled.ts'
import { oneLine } from '../terminal.ts'
import type { AspectChange, CassetteDiff, InteractionDiff, Verdict } from './compare-cassettes.ts'
import type { FolderDiff, MemberDiff } from './compare-folders.ts'
import { describeCounts, describeInteraction, describeMember, describeUsage } from './describe.ts'
import { type DiffLine, diffLines } from './diff-lines.ts'

const VERDICT_STYLES: Readonly<Record<Verdict, Style>> = { identical: 'green', wording: 'yellow', structural: 'red' }

/** Formats a diff for a terminal. */
export function formatText(diff: CassetteDiff | FolderDiff): Line[] {
  return [
    ...('cassettes' in diff
      ? diff.cassettes.filter(({ verdict }) => verdict !== 'identical').flatMap(formatMember)
      : diff.interactions.filter(({ verdict }) => verdict !== 'identical').flatMap(formatInteraction)),
    [styled(VERDICT_STYLES[diff.verdict], diff.verdict), `: ${describeCounts(diff)}`, withComma(describeUsage(diff))],
  ]
}

function formatMember(diff: MemberDiff): Line[] {
  return [[styled('bold', oneLine(describeMember(diff)))], ...formatText(diff), '']
}

function formatInteraction(interaction: InteractionDiff): Line[] {
  const usage = describeUsage(interaction)
  return [
    [
      styled('bold', oneLine(describeInteraction(interaction))),
      ' ',
      styled(VERDICT_STYLES[interaction.verdict], interaction.verdict),
    ],
    ...interaction.changes.flatMap(formatChange),
    ...(usage === '' ? [] : [['  ', styled('dim', usage)]]),
    '',
  ]
}

function formatChange({ aspect, a, b }: AspectChange): Line[] {
  return [['  ', styled('cyan', aspect)], ...diffLines(a, b).map(formatLine)]
}

function formatLine({ kind, text }: DiffLine): Line {
  if (kind === 'removed') return ['    ', styled('red', `- ${text}`)]
  if (kind === 'added') return ['    ', styled('green', `+ ${text}`)]
  return ['    ', styled('dim', kind === 'gap' ? '…' : `  ${text}`)]
}

function withComma(text: string): string {
  return text && `, ${text}`
}
