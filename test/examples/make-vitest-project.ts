import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { buildCassette } from '../build-cassette.ts'
import { installExample } from './install-example.ts'

/** The beginning of every test file. `ask` sends a request, which the cassette has to answer. */
const HEAD = `import { describe, expect, test } from 'vitest'
const ask = async (path = '/hi') => (await fetch('https://api.test' + path)).text()
`

/** A test named `a` that replays one interaction. */
export const REPLAY_TEST = `test('a', { meta: { cassette: true } }, async () => { expect(await ask()).toBe('hi') })\n`

/**
 * Creates a Vitest project that uses the packed library.
 *
 * @param tests the test files by name; they can use `ask`
 * @param cassettes the cassettes by their path in `__cassettes__`, each with the number of its interactions, which answer `/hi` with `hi`
 * @param config members of the Vite configuration
 * @param testConfig members of its `test` member
 * @param imports imports of the configuration
 * @returns the folder
 */
export function makeVitestProject(
  tests: Record<string, string>,
  cassettes: Record<string, number> = {},
  config = 'plugins: [cassettes()]',
  testConfig = '',
  imports = '',
): string {
  const folder = installExample('vitest-concurrent')
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write(
    'vitest.config.ts',
    `import { cassettes } from 'msw-cassette/vitest'\n${imports}\nexport default { ${config}, test: { dir: 'src', watch: false, ${testConfig} } }\n`,
  )
  for (const [file, text] of Object.entries(tests)) write(`src/${file}`, HEAD + text)
  for (const [file, count] of Object.entries(cassettes)) {
    const interactions = Array.from({ length: count }, () => ({ url: 'https://api.test/hi', response: 'hi' }))
    write(`src/__cassettes__/${file}.yaml`, stringifyCassette(buildCassette(...interactions)))
  }
  return folder
}
