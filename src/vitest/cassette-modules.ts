import type { Plugin, ResolvedConfig } from 'vite'
import { decodeFile } from '../bytes/decode-file.ts'
import { CassetteNotFoundError, CassetteUnreadableError } from '../errors/errors.ts'
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
  const imported = new Set<string>()
  return {
    resolveId: {
      // Before Vite, which resolves every path.
      order: 'pre',
      async handler(source, importer) {
        if (!source.endsWith(QUERY)) return undefined
        const resolved = await this.resolve(source.slice(0, -QUERY.length), importer, { skipSelf: true })
        if (!resolved) return undefined
        const id = `\0${resolved.id}${SUFFIX}`
        imported.add(id)
        return id
      },
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(SUFFIX)) return undefined
      const file = id.slice(1, -SUFFIX.length)
      if (!imported.has(id)) await refuseForeignFile(file, this.environment.getTopLevelConfig())
      this.addWatchFile(file)
      return toModule(file)
    },
  }
}

/**
 * Refuses a file that no module of this process imports and Vite does not serve: a page can name any file. Vitest caches the imports of
 * earlier runs, so that a module can also be loaded without being resolved.
 */
async function refuseForeignFile(file: string, config: ResolvedConfig): Promise<void> {
  const { isFileLoadingAllowed } = await import('vitest/node')
  if (isFileLoadingAllowed(config, file.replaceAll('\\', '/'))) return
  throw new CassetteUnreadableError(
    file,
    `Failed to import the cassette ${file}: Vite does not serve it. Move it into the project, or allow its folder: server.fs.allow.`,
  )
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
