import { join, resolve } from 'node:path'
import { CassetteSessionError } from '../../errors/errors.ts'
import { createFetchSession } from '../../open/open-fetch-session.ts'
import type { CassetteOptions } from '../../session/cassette-options.ts'
import type { Session } from '../../session/session.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { CASSETTE_NAME, findInputs, isGlob } from '../find-inputs.ts'

/** The cassettes of a server. */
interface ServedCassettes {
  /** All sessions that are open. */
  sessions(): Session[]
  /** See `ServedSessions`. */
  select(name: string | undefined): Session[]
}

/**
 * Opens the cassettes of a server: each given file, and each cassette of a given folder or glob. A cassette that a request names, and
 * that does not exist yet, is created in the first folder if the mode allows it.
 *
 * @param paths files, folders and globs
 * @throws CassetteError if one of them can't be opened
 */
export async function openServed(paths: readonly string[], options: CassetteOptions): Promise<ServedCassettes> {
  const open = (file: string): Session => {
    const session = createFetchSession({ source: file, options, saving: 'immediate' })
    session.log.limit()
    return session
  }
  const folders = paths.filter((path) => pathKind(resolve(path)) === 'folder')
  const named = new Map<string, Session>()
  for (const path of paths) {
    const isSearched = folders.includes(path) || (pathKind(resolve(path)) === 'absent' && (await isGlob(path)))
    const inputs = isSearched ? (await findInputs([path])).inputs : [{ file: resolve(path), name: path }]
    for (const { file, name } of inputs) named.set(name.replace(CASSETTE_NAME, '').replaceAll('\\', '/'), open(file))
  }
  return {
    sessions: () => [...named.values()],
    select(name) {
      if (name === undefined) return [...named.values()]
      const known = named.get(name) ?? create(name)
      named.set(name, known)
      return [known]
    },
  }

  function create(name: string): Session {
    const [folder] = folders
    // Each segment is a name: the header must not lead out of the folder.
    const isName = name.split('/').every((segment) => /^[\w][\w.-]*$/.test(segment))
    if (folder === undefined || !isName)
      throw new CassetteSessionError(
        `The request names the cassette "${name}", which this server does not have. Known: ${[...named.keys()].join(', ')}.`,
      )
    return open(join(resolve(folder), `${name}.yaml`))
  }
}
