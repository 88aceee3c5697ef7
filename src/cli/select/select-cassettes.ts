import { basename, join, resolve } from 'node:path'
import type { Cassette, Interaction } from '../../cassette.ts'
import { count } from '../../diagnostics/count.ts'
import { parseOwnBytes } from '../../format/parse-cassette.ts'
import { pathKind } from '../../storage/read-folder.ts'
import type { Failure } from '../command.ts'
import { CASSETTE_NAME, findInputs, nothingIn } from '../find-inputs.ts'
import { readInput } from '../read-input.ts'
import { isRevision, isRevisionFolder, listRevision, readRevision } from './read-revision.ts'

/** A cassette that the user named, or one interaction of it. It is read when it is needed. */
export interface Selection {
  /** As the user would spell it, without the number of an interaction. */
  readonly path: string
  /** The path that the user gave: the same, or a folder or a glob. */
  readonly given: string
  /** Its path relative to the given folder. For a given file, its name. */
  readonly name: string
  /** @throws any error: pass it to `toFailure` */
  read(): SelectedCassette
}

/** A cassette, and the interactions that the user selected. */
export interface SelectedCassette {
  /** See `Selection`. */
  readonly path: string
  readonly cassette: Cassette
  readonly interactions: readonly SelectedInteraction[]
}

/** An interaction with its index in its cassette. */
export interface SelectedInteraction {
  readonly index: number
  readonly interaction: Interaction
}

/**
 * Finds the cassettes that the user named: files, folders and globs, files and folders in revisions of git, each with an optional `#3`. A file that
 * exists is never taken for anything else.
 *
 * @param paths as the user spelled them
 */
export async function selectCassettes(
  paths: readonly string[],
): Promise<{ readonly selections: Selection[]; readonly failures: Failure[] }> {
  const selections: Selection[] = []
  const failures: Failure[] = []
  for (const given of paths) {
    const { path, index } = splitIndex(given)
    if (isRevision(path) && !exists(path)) {
      const found = findInRevision(path, index)
      selections.push(...found)
      if (found.length === 0) failures.push(nothingIn(path))
      continue
    }
    const found = await findInputs([path])
    failures.push(...found.failures)
    for (const input of found.inputs)
      selections.push({ ...input, given: path, read: () => select(input.path, readInput(input), index) })
  }
  return { selections, failures }
}

/** Tells whether a path that the user gave is a folder, also in a revision of git. */
export function isFolder(path: string): boolean {
  return exists(path) ? pathKind(resolve(path)) === 'folder' : isRevision(path) && isRevisionFolder(path)
}

/** Lists the paths of selections as the user spelled them. */
export function givenPaths(selections: readonly Selection[]): string[] {
  return [...new Set(selections.map(({ given }) => given))]
}

function splitIndex(given: string): { path: string; index: number | undefined } {
  const [, path, index] = /^(.+)#(\d{1,9})$/s.exec(given) ?? []
  return path === undefined || exists(given) ? { path: given, index: undefined } : { path, index: Number(index) }
}

/** The file, or the cassettes in the folder. */
function findInRevision(given: string, index: number | undefined): Selection[] {
  const toSelection = (path: string, name: string): Selection => ({
    path,
    given,
    name,
    read: () => select(path, parseOwnBytes(readRevision(path), path), index),
  })
  if (!isRevisionFolder(given)) return [toSelection(given, basename(given))]
  return listRevision(given)
    .filter((name) => CASSETTE_NAME.test(name))
    .map((name) => toSelection(`${given.replace(/\/$/, '')}/${name}`, join(name)))
}

function exists(path: string): boolean {
  return pathKind(resolve(path)) !== 'absent'
}

function select(path: string, cassette: Cassette, index: number | undefined): SelectedCassette {
  const all = cassette.interactions.map((interaction, place) => ({ interaction, index: place }))
  const interactions = index === undefined ? all : all.slice(index, index + 1)
  if (index !== undefined && interactions.length === 0)
    throw new Error(`there is no #${index}: the cassette has ${count(all.length, 'interaction')}, counted from #0`)
  return { path, cassette, interactions }
}
