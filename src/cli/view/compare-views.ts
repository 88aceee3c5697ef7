import type { ViewDiff } from '../../view/view-data.ts'
import type { ConversationReader } from '../conversation-reader.ts'
import { compareCassettes, type InteractionDiff } from '../diff/compare-cassettes.ts'
import { diffLines } from '../diff/diff-lines.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'

/** How a cassette differs from another recording. */
export interface ComparedCassette {
  /** By the index of the interaction. */
  readonly diffs: ReadonlyMap<number, ViewDiff>
  /** The methods and URLs of interactions that only the other recording has. */
  readonly removed: readonly string[]
}

/** Compares a cassette with another recording, as `msw-cassette diff` does. */
export function compareViews(
  against: SelectedCassette,
  shown: SelectedCassette,
  read: ConversationReader,
): ComparedCassette {
  const { interactions } = compareCassettes(against, shown, read)
  return {
    diffs: new Map(interactions.flatMap((diff) => (diff.b === undefined ? [] : [[diff.b, toViewDiff(diff)]]))),
    removed: interactions.flatMap(({ b, method, url }) => (b === undefined ? [`${method} ${url}`] : [])),
  }
}

function toViewDiff({ a, changes, verdict }: InteractionDiff): ViewDiff {
  return {
    verdict: a === undefined ? 'new' : verdict,
    changes: changes.map((change) => ({ aspect: change.aspect, lines: diffLines(change.a, change.b) })),
  }
}
