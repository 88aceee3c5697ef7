import type { Failure } from '../command.ts'
import type { ConversationReader } from '../conversation-reader.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'
import { type CassetteDiff, compareCassettes, sumOf, worstOf } from './compare-cassettes.ts'

/** The differences of two folders: the output of `diff --json`. Its members are described in `docs/commands.md`. */
export interface FolderDiff extends Pick<CassetteDiff, 'verdict' | 'a' | 'b' | 'tokens' | 'cost'> {
  readonly cassettes: readonly MemberDiff[]
  readonly failures: readonly Failure[]
}

/** The differences of the cassettes with the same name. */
export interface MemberDiff extends CassetteDiff {
  /** The path relative to both folders. */
  readonly name: string
  readonly presence: 'both' | 'only in a' | 'only in b'
}

/** A folder, and its cassettes by their paths relative to it. */
export interface Folder {
  readonly path: string
  readonly cassettes: ReadonlyMap<string, SelectedCassette>
  /** The relative paths of cassettes that can't be read. */
  readonly unread: ReadonlySet<string>
  /** Why they can't be read. */
  readonly failures: readonly Failure[]
}

/**
 * Compares the cassettes with equal names. One that only one folder has is compared with a cassette without interactions, and one that
 * can't be read is left out.
 *
 * @returns undefined if a folder has no cassette that can be read
 */
export function compareFolders(a: Folder, b: Folder, read: ConversationReader): FolderDiff | undefined {
  if (a.cassettes.size === 0 || b.cassettes.size === 0) return undefined
  const names = [...new Set([...a.cassettes.keys(), ...b.cassettes.keys()])].sort()
  const cassettes = names
    .filter((name) => !a.unread.has(name) && !b.unread.has(name))
    .map((name) => compareMembers(name, a, b, read))
  return {
    verdict: worstOf(cassettes.map(({ verdict }) => verdict)),
    a: a.path,
    b: b.path,
    ...sumOf('tokens', cassettes),
    ...sumOf('cost', cassettes),
    cassettes,
    failures: [...a.failures, ...b.failures],
  }
}

function compareMembers(name: string, a: Folder, b: Folder, read: ConversationReader): MemberDiff {
  const [before, after] = [a.cassettes.get(name), b.cassettes.get(name)]
  const diff = compareCassettes(before ?? emptyCassette(name, a), after ?? emptyCassette(name, b), read)
  if (before && after) return { name, presence: 'both', ...diff }
  return { name, presence: before ? 'only in a' : 'only in b', ...diff, verdict: 'structural' }
}

function emptyCassette(name: string, { path }: Folder): SelectedCassette {
  return {
    path: `${path.replace(/\/$/, '')}/${name}`,
    cassette: { format: 'go-vcr-2', interactions: [] },
    interactions: [],
  }
}
