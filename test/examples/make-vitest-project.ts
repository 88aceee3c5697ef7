import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { buildCassette } from '../build-cassette.ts'
import { installExample } from './install-example.ts'

/** Begins every test file: `ask` is what is under test. */
const HEAD = `import { describe, expect, test } from 'vitest'
const ask = async (path = '/hi') => (await fetch('https://api.test' + path)).text()
`

/**
 * Makes a Vitest project of the packed library.
 *
 * @param tests the test files, by name; `ask` is at hand in them
 * @param cassettes what is in `__cassettes__`, by path: each answers `/hi` so many times, with `hi`
 * @param config of Vite
 * @param testConfig of Vitest
 */
export function makeVitestProject(
  tests: Record<string, string>,
  cassettes: Record<string, number> = {},
  config = 'plugins: [cassettes()]',
  testConfig = '',
): string {
  const folder = installExample('vitest-concurrent')
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  write(
    'vitest.config.ts',
    `import { cassettes } from 'msw-cassette/vitest'\nexport default { ${config}, test: { dir: 'src', watch: false, ${testConfig} } }\n`,
  )
  for (const [file, text] of Object.entries(tests)) write(`src/${file}`, HEAD + text)
  for (const [file, count] of Object.entries(cassettes)) {
    const interactions = Array.from({ length: count }, () => ({ url: 'https://api.test/hi', response: 'hi' }))
    write(`src/__cassettes__/${file}.yaml`, stringifyCassette(buildCassette(...interactions)))
  }
  return folder
}
