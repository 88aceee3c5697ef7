import { structuredPatch } from 'diff'
import { toSentenceLines } from '../text/layout.ts'

/** A line of a diff. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap'
  readonly text: string
}

/** More edits take too long to find: the time is quadratic. */
const MAX_EDITS = 1000

/** Compares two texts by sentence, with one sentence of context. */
export function diffLines(a: string, b: string): DiffLine[] {
  const [before, after] = [toSentenceLines(a), toSentenceLines(b)]
  const patch = structuredPatch('', '', before.join('\n'), after.join('\n'), '', '', {
    context: 1,
    maxEditLength: MAX_EDITS,
  })
  if (!patch) return [...before.map(toLine('removed')), ...after.map(toLine('added'))]
  return patch.hunks.flatMap(({ lines }, index): DiffLine[] => [
    ...(index > 0 ? [{ kind: 'gap', text: '' } as const] : []),
    ...lines.flatMap(readLine),
  ])
}

function toLine(kind: DiffLine['kind']): (text: string) => DiffLine {
  return (text) => ({ kind, text })
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = { ' ': 'same', '-': 'removed', '+': 'added' }

/** Ignores the note that a text does not end with a line break. */
function readLine(line: string): DiffLine[] {
  const kind = KINDS[line[0] ?? '']
  return kind ? [{ kind, text: line.slice(1) }] : []
}
