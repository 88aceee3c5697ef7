import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringifyCassette } from 'msw-cassette'
import { cassetteOf, requestBody, url } from '../data/exchange.ts'
import { copyLibrary } from './copy-library.ts'

const FILES = 20
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The number of tests in a file. Each sends a different request. */
export const TESTS = 10

/** The number of events in a response. */
export const EVENTS = 40

/** A suite with the plugin and a cassette for each test. */
interface PluginSuite {
  readonly intercept: 'auto' | 'fetch' | 'msw'
  /** The client of the first test of the first file; that of all others is `fetch`. */
  readonly firstClient: 'fetch' | 'axios'
}

/** How the tests replay: with the plugin, or with a setup file, given as its text. */
export type SuiteSetup = PluginSuite | { readonly setupFile: string }

/**
 * Writes a Vitest project of 20 files with 10 tests each. Each test reads a stream of 40 events.
 *
 * @param folder the folder of the project
 * @param setup how the tests replay
 */
export function writeSuite(folder: string, setup: SuiteSetup): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  for (const name of ['axios', 'eventsource-parser', 'msw', 'vitest', 'vite', 'yaml'])
    symlinkSync(join(modules, name), join(folder, 'node_modules', name), 'junction')
  copyLibrary(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  for (let file = 0; file < FILES; file++) writeFileSync(join(folder, `${file}.test.ts`), testFile(setup, file))
  if ('setupFile' in setup) writeFileSync(join(folder, 'setup.ts'), setup.setupFile)
  else writeCassettes(folder)
  writeFileSync(join(folder, 'vitest.config.ts'), config(setup))
}

function testFile(setup: SuiteSetup, file: number): string {
  const meta = 'setupFile' in setup ? '' : '{ meta: { cassette: true } }, '
  const usesAxios = file === 0 && 'firstClient' in setup && setup.firstClient === 'axios'
  const tests = Array.from({ length: TESTS }, (_, index) =>
    usesAxios && index === 0 ? axiosTest(meta) : test(index, meta),
  ).join('\n')
  return `import { expect, test } from 'vitest'\n${usesAxios ? "import axios from 'axios'\n" : ''}${tests}\n`
}

function axiosTest(meta: string): string {
  return `test('reads 0', ${meta}async () => {
  const body = ${JSON.stringify(requestBody(0))}
  const { data } = await axios.post('${url}', body, { headers: { 'content-type': 'application/json' } })
  expect(data.match(/^data: /gm)).toHaveLength(${EVENTS})
})`
}

function test(index: number, meta: string): string {
  return `test('reads ${index}', ${meta}async () => {
  const body = ${JSON.stringify(requestBody(index))}
  const response = await fetch('${url}', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  let text = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) text += piece
  expect(text.match(/^data: /gm)).toHaveLength(${EVENTS})
})`
}

function writeCassettes(folder: string): void {
  const { interactions } = cassetteOf(TESTS, EVENTS)
  for (let file = 0; file < FILES; file++) {
    const cassettes = join(folder, '__cassettes__', `${file}.test.ts`)
    mkdirSync(cassettes, { recursive: true })
    for (const [index, interaction] of interactions.entries())
      writeFileSync(join(cassettes, `reads-${index}.yaml`), stringifyCassette({ interactions: [interaction] }))
  }
}

function config(setup: SuiteSetup): string {
  if (!('setupFile' in setup))
    return `import { cassettes } from 'msw-cassette/vitest'
export default { plugins: [cassettes({ intercept: '${setup.intercept}' })], test: { reporters: ['dot'] } }
`
  // Node runs the files of the bench directly, like those in node_modules.
  return `export default {
  test: { setupFiles: ['./setup.ts'], reporters: ['dot'], server: { deps: { external: [/\\/bench\\//] } } },
}
`
}
