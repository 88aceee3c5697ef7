import type { Plugin } from 'vite'
import { decodeFile } from '../bytes/decode-file.ts'
import { CassetteNotFoundError } from '../errors/errors.ts'
import { parseCassette, readPlainBytes } from '../format/parse-cassette.ts'
import { readCassetteFile, toShownPath } from '../storage/cassette-file.ts'

const QUERY = '?cassette'
/** It makes the module JavaScript to other plugins: Vite's would read the code of `x.json?cassette` as JSON. */
const SUFFIX = '.cassette.js'

/**
 * Creates the hooks with which a module imports a cassette: `import tape from './greeting.yaml?cassette'`. The import is the parsed
 * cassette, for `fromCassette`, `openCassette` and `withCassette`, in Node and in a page.
 */
export function createCassetteModules(): Required<Pick<Plugin, 'resolveId' | 'load'>> {
  // A page could otherwise name any file of this machine.
  const imported = new Map<string, string>()
  return {
    resolveId: {
      // Before Vite, which resolves every path.
      order: 'pre',
      async handler(source, importer) {
        if (!source.endsWith(QUERY)) return undefined
        const resolved = await this.resolve(source.slice(0, -QUERY.length), importer, { skipSelf: true })
        if (!resolved) return undefined
        const id = `\0${resolved.id}${SUFFIX}`
        imported.set(id, resolved.id)
        return id
      },
    },
    load(id) {
      const file = imported.get(id)
      if (file === undefined) return undefined
      this.addWatchFile(file)
      return toModule(file)
    },
  }
}

function toModule(file: string): string {
  const path = toShownPath(file, file)
  const bytes = readCassetteFile(file)
  if (!bytes) throw new CassetteNotFoundError(file, `Failed to import the cassette ${path}: there is no such file.`)
  const text = decodeFile(readPlainBytes(bytes, path))
  // A fault in the cassette fails the import, and not the first test.
  parseCassette(text, { path })
  return (
    `import { parseCassette } from 'msw-cassette/fetch'\n` +
    `export default parseCassette(${JSON.stringify(text)}, { path: ${JSON.stringify(path)} })\n`
  )
}
