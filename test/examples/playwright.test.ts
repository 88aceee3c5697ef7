import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

const playwright = ['modules:@playwright/test/cli.js', 'test', '--reporter=line']

test('Playwright: the fixture answers the requests of the test process', async () => {
  const { exitCode, output } = await runNode(installExample('playwright'), playwright)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 passed') })
}, 60_000)

test('Playwright: in CI, a missing cassette fails the test', async () => {
  const folder = installExample('playwright')
  rmSync(join(folder, '__cassettes__'), { recursive: true })
  const { exitCode, output } = await runNode(folder, playwright, { CI: 'true' })
  expect(exitCode).toBe(1)
  expect(output).toMatch(
    /Failed to open the cassette .*says-how-warm-it-is\.yaml: there is no such file \(mode: replay/,
  )
}, 60_000)

test('Playwright: the options of the configuration and of test.use are merged', async () => {
  const folder = installExample('playwright')
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  write('playwright.config.js', "export default { use: { cassetteOptions: { recordHeaders: ['x-config'] } } }")
  write(
    'weather.spec.js',
    `import { cassetteDefaults } from 'msw-cassette'
    import { expect, test } from 'msw-cassette/playwright'
    cassetteDefaults({ recordHeaders: ['x-setup'], onUnplayed: 'ignore' })
    test.use({ cassetteOptions: { recordHeaders: ['x-use'] } })
    test('says how warm it is', async ({ cassette }) => {
      expect(cassette.options.recordHeaders).toEqual(['x-setup', 'x-config', 'x-use'])
    })`,
  )
  const { exitCode, output } = await runNode(folder, playwright)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 passed') })
}, 60_000)

test('Playwright: a request to the host of a cassette that is sent after its test is refused', async () => {
  const folder = installExample('playwright')
  writeFileSync(
    join(folder, 'late.spec.js'),
    `import { expect, test } from 'msw-cassette/playwright'
    import { getWeather } from './get-weather.js'
    test.use({ cassetteName: '__cassettes__/weather.spec.js/says-how-warm-it-is.yaml' })
    test('has a cassette', async ({ cassette }) => { await getWeather('Lisbon') })
    test('has none', async () => {
      const response = await fetch('https://api.openai.com/v1/models')
      expect(await response.text()).toContain('requests don’t reach the network'.replace('’', "'"))
    })`,
  )
  const { exitCode, output } = await runNode(folder, [...playwright, 'late'])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('2 passed') })
}, 60_000)
