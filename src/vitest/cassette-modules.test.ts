import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createServer, type ViteDevServer } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { createCassetteModules } from './cassette-modules.ts'

const cassette = buildCassette({ url: 'https://api.test/a', response: 'hi' })

/** Vite's development server of a folder with these files. */
async function serve(files: Record<string, string | Uint8Array>): Promise<ViteDevServer> {
  const root = makeTempFolder()
  mkdirSync(join(root, 'src'))
  // The root of what Vite serves.
  writeFileSync(join(root, 'package.json'), '{}')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, 'src', name), content)
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { 'msw-cassette/fetch': join(import.meta.dirname, '../../dist/without-msw.js') } },
    plugins: [{ name: 'cassettes', ...createCassetteModules() }],
  })
  onTestFinished(() => server.close())
  return server
}

test.each([
  ['a.yaml', stringifyCassette(cassette), 'go-vcr-2'],
  // Vite reads JSON itself.
  [
    'a.json',
    JSON.stringify([{ scope: 'https://api.test:443', method: 'GET', path: '/a', status: 200, response: 'hi' }]),
    'nock',
  ],
  ['a.har.gz', gzipSync(stringifyCassette(cassette, { format: 'har' })), 'har'],
])('an import of %s is the parsed cassette', async (name, content, format) => {
  const server = await serve({ [name]: content, 'main.js': `export { default } from './${name}?cassette'` })
  const module = await server.ssrLoadModule('/src/main.js')
  expect(module.default).toMatchObject({
    format,
    path: expect.stringMatching(new RegExp(`${name}$`)),
    interactions: [{ request: { url: expect.stringContaining('api.test') } }],
  })
})

test('a fault in the cassette fails the import with its place, and so does a missing file', async () => {
  const server = await serve({
    'broken.yaml': '---\nversion: 2\ninteractions: {',
    'main.js': `import './broken.yaml?cassette'`,
    'other.js': `import './none.yaml?cassette'`,
  })
  await expect(server.ssrLoadModule('/src/main.js')).rejects.toThrow(/broken\.yaml:3:16: /)
  await expect(server.ssrLoadModule('/src/other.js')).rejects.toThrow(/none\.yaml\?cassette/)
})

test('a module of an earlier run is loaded again, but a page can not name a file that Vite does not serve', async () => {
  const server = await serve({ 'a.yaml': stringifyCassette(cassette) })
  const load = (file: string): Promise<unknown> => server.pluginContainer.load(`\0${file}.cassette.js`)
  expect(await load(join(server.config.root, 'src/a.yaml'))).toContain('parseCassette')
  const outside = join(makeTempFolder(), 'a.yaml')
  writeFileSync(outside, stringifyCassette(cassette))
  await expect(load(outside)).rejects.toThrow(/^Failed to import the cassette .*: Vite does not serve it/)
})
